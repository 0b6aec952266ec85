/// Reads "J/(cm^3 K)", "mol·L⁻¹", "M-1 s-1" into factors.
struct UnitReader {
  private let whole: String
  private let text: [Character]
  private var index = 0
  private(set) var names: [String] = []

  init(_ text: String) {
    whole = text
    self.text = Array(text.precomposedSuperscripts)
  }

  /// Factors up to the end, or up to the closing parenthesis of an inner expression.
  mutating func expression(isInner: Bool) throws(UnitsError) -> [UnitExpression.Factor] {
    var factors: [UnitExpression.Factor] = []
    var sign = 1.0
    while let character = peek() {
      if character == ")", isInner { break }
      if character == "/" {
        index += 1
        guard sign > 0, peek() != nil else { throw unreadable("/") }
        sign = -1
        continue
      }
      if "·⋅*×.".contains(character) {
        index += 1
        continue
      }
      for factor in try self.factor() {
        factors.append(.init(unit: factor.unit, exponent: sign * factor.exponent))
      }
      sign = 1
    }
    guard sign > 0 else { throw unreadable("/") }
    return factors
  }

  private mutating func factor() throws(UnitsError) -> [UnitExpression.Factor] {
    guard let character = peek() else { throw unreadable(whole) }
    if character == "(" { return try group() }
    if character.isNumber {
      let number = digits()
      guard number == "1" else { throw unreadable(number) }
      return []
    }
    guard isUnitLetter(character) else { throw unreadable(String(character)) }
    var name = ""
    while index < text.count, isUnitLetter(text[index]) {
      name.append(text[index])
      index += 1
    }
    names.append(name)
    return [.init(unit: UnitSpelling.standard(name), exponent: try exponent())]
  }

  private mutating func group() throws(UnitsError) -> [UnitExpression.Factor] {
    index += 1
    let inner = try expression(isInner: true)
    guard peek() == ")" else { throw unreadable("(") }
    index += 1
    let exponent = try exponent()
    return inner.map { .init(unit: $0.unit, exponent: exponent * $0.exponent) }
  }

  /// "^2", "^-0.5", "^(1/2)", "-1" or "2" right after a unit.
  private mutating func exponent() throws(UnitsError) -> Double {
    var isMarked = false
    if index < text.count, text[index] == "^" {
      index += 1
      isMarked = true
    } else if index + 1 < text.count, text[index] == "*", text[index + 1] == "*" {
      index += 2
      isMarked = true
    }
    if isMarked, index < text.count, text[index] == "(" { return try bracketedExponent() }
    guard index < text.count, text[index].isNumber || text[index] == "-" || text[index] == "+"
    else {
      guard !isMarked else { throw unreadable("^") }
      return 1
    }
    return try signedNumber()
  }

  private mutating func bracketedExponent() throws(UnitsError) -> Double {
    index += 1
    var value = try signedNumber()
    if peek() == "/" {
      index += 1
      let divisor = try signedNumber()
      guard divisor != 0 else { throw unreadable("^") }
      value /= divisor
    }
    guard peek() == ")" else { throw unreadable("(") }
    index += 1
    return value
  }

  private mutating func signedNumber() throws(UnitsError) -> Double {
    var number = ""
    if index < text.count, text[index] == "-" || text[index] == "+" {
      number.append(text[index])
      index += 1
    }
    number += digits()
    guard let value = Double(number) else { throw unreadable(number.isEmpty ? "^" : number) }
    return value
  }

  private mutating func digits() -> String {
    var number = ""
    while index < text.count,
      text[index].isNumber
        || (text[index] == "." && index + 1 < text.count && text[index + 1].isNumber)
    {
      number.append(text[index])
      index += 1
    }
    return number
  }

  private mutating func peek() -> Character? {
    while index < text.count, text[index].isWhitespace { index += 1 }
    return index < text.count ? text[index] : nil
  }

  private func unreadable(_ part: String) -> UnitsError {
    .unknownUnit(unit: whole, part: part, suggestion: nil)
  }
}

private func isUnitLetter(_ character: Character) -> Bool {
  character.isLetter || "%‰°_".contains(character)
}

extension String {
  /// The text with raised digits as "^" and plain ones.
  fileprivate var precomposedSuperscripts: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9", "⁻": "-", "⁺": "+",
    ]
    var plain = ""
    var isRaised = false
    for character in self {
      guard let digit = raised[character] else {
        plain.append(character == "−" ? "-" : character)
        isRaised = false
        continue
      }
      if !isRaised { plain.append("^") }
      plain.append(digit)
      isRaised = true
    }
    return plain
  }
}
