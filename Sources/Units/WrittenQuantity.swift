/// A quantity as it was written: its number, and the text of its unit.
struct WrittenQuantity {
  let number: Double
  let unit: String

  init(_ text: String) throws(UnitsError) {
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      text = String(text.map { $0 == "\u{2212}" ? "-" : $0 == "\u{a0}" ? " " : $0 })
    }
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count, isBlank(bytes[start]) { start += 1 }
    let end = Self.endOfNumber(bytes, from: start)
    guard let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)), number.isFinite
    else {
      throw .notANumber(text: text, advice: "write a number and a unit, such as \"2e-4 m/s\"")
    }
    var unitStart = end
    var unitEnd = bytes.count
    while unitStart < unitEnd, isBlank(bytes[unitStart]) { unitStart += 1 }
    while unitEnd > unitStart, isBlank(bytes[unitEnd - 1]) { unitEnd -= 1 }
    self.number = number
    unit = String(decoding: bytes[unitStart..<unitEnd], as: UTF8.self)
    if let advice = Self.trouble(after: bytes[start..<end], unit: unit) {
      throw .notANumber(text: text, advice: advice)
    }
  }

  /// The end of sign, digits, fraction and exponent.
  private static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int {
    func digits(_ from: Int) -> Int {
      var index = from
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      return index
    }
    var end = start
    if end < bytes.count, isSign(bytes[end]) { end += 1 }
    end = digits(end)
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end = digits(end + 1) }
    guard end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") else { return end }
    var exponent = end + 1
    if exponent < bytes.count, isSign(bytes[exponent]) { exponent += 1 }
    let stop = digits(exponent)
    return stop > exponent ? stop : end
  }

  /// What to write instead, where the text after the number starts with what is no unit.
  private static func trouble(after number: ArraySlice<UInt8>, unit: String) -> String? {
    guard let first = unit.first, !isOverOne(unit) else { return nil }
    let written = String(decoding: number, as: UTF8.self)
    if first == ",", let next = unit.dropFirst().first, next.isNumber {
      let decimals = unit.dropFirst().prefix { $0.isNumber }
      return "write \"\(written).\(decimals)\" with a point"
    }
    if first == "_" || first == "'" { return "write the digits without separators" }
    if first.isNumber || "x×*".contains(first), unit.dropFirst().contains(where: \.isNumber),
      unit.contains("10")
    {
      return "write powers of ten as in \"2e-4\""
    }
    if first.isNumber { return "write one number and one unit" }
    return nil
  }

  /// The decimal of so many digits that is nearest.
  static func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    var exponent = 0
    var magnitude = abs(value)
    while magnitude >= 10 {
      magnitude /= 10
      exponent += 1
    }
    while magnitude < 1 {
      magnitude *= 10
      exponent -= 1
    }
    var mantissa = 1.0
    for _ in 1..<digits { mantissa *= 10 }
    let whole = (magnitude * mantissa).rounded()
    let text = "\(Int(whole))e\(exponent - digits + 1)"
    return (value < 0 ? -1 : 1) * (Double(text) ?? magnitude)
  }
}

/// Whether a unit begins as in "1/s".
private func isOverOne(_ unit: String) -> Bool {
  unit.first == "1" && unit.dropFirst().first { $0 != " " } == "/"
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
private func isSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
}
