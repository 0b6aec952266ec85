/// A quantity as people write it: a number, then its unit or nothing.
public struct QuantityText: Sendable, Equatable {
  public var number: Double
  public var unit: String

  public init(number: Double, unit: String) {
    self.number = number
    self.unit = unit
  }

  /// Nothing where the text does not open with a number, or goes on with what is no unit.
  public init?(_ text: String) {
    let trimmed = text.drop { $0.isWhitespace }
    guard let end = Self.numberEnd(of: trimmed), let number = Double(trimmed[..<end]),
      number.isFinite
    else { return nil }
    let rest = trimmed[end...]
    let unit = rest.drop { $0.isWhitespace }
    let isUnit =
      unit.isEmpty || unit.startIndex > rest.startIndex
      || unit.first.map { $0.isLetter || "%°µ".contains($0) } == true
    guard isUnit else { return nil }
    self.number = number
    self.unit = String(unit.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Number and unit, the number in the fewest digits that give it back.
  public var text: String { unit.isEmpty ? "\(shortest)" : "\(shortest) \(unit)" }

  /// The number alone, whole numbers without a decimal point.
  public var shortest: String { Self.shortest(number) }

  static func shortest(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func numberEnd(of text: Substring) -> Substring.Index? {
    var index = text.startIndex
    func character() -> Character? { index < text.endIndex ? text[index] : nil }
    func skipDigits() -> Bool {
      let start = index
      while let next = character(), next.isASCII, next.isNumber { text.formIndex(after: &index) }
      return index > start
    }
    if let sign = character(), "+-".contains(sign) { text.formIndex(after: &index) }
    var hasDigits = skipDigits()
    if character() == "." {
      text.formIndex(after: &index)
      hasDigits = skipDigits() || hasDigits
    }
    guard hasDigits else { return nil }
    let mantissaEnd = index
    if let mark = character(), "eE".contains(mark) {
      text.formIndex(after: &index)
      if let sign = character(), "+-".contains(sign) { text.formIndex(after: &index) }
      if skipDigits() { return index }
    }
    return mantissaEnd
  }
}
