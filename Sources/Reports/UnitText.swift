/// Units as pictures show them.
enum UnitText {
  /// `mol/m^3` as `mol m⁻³`; nothing for pure numbers.
  static func shown(_ unit: String?) -> String {
    guard let unit, unit != "1" else { return "" }
    if unit == "degC" { return "°C" }
    let parts = unit.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, unit != "mmol/L" else { return raised(unit) }
    let below = parts[1].filter { !"()".contains($0) }.split(separator: " ").map(inverse)
    let above = parts[0] == "1" ? [] : [raised(String(parts[0]))]
    return (above + below).joined(separator: " ")
  }

  /// A power of ten.
  static func powerOfTen(_ exponent: Int) -> String { "10" + superscript("\(exponent)") }

  private static func inverse(_ factor: Substring) -> String {
    let parts = factor.split(separator: "^")
    return parts[0] + superscript("-" + (parts.count > 1 ? String(parts[1]) : "1"))
  }

  private static func raised(_ unit: String) -> String {
    let parts = unit.split(separator: "^", maxSplits: 1)
    guard parts.count == 2 else { return unit }
    return parts[0] + superscript(String(parts[1]))
  }

  private static let raisedDigits: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷",
    "8": "⁸", "9": "⁹",
  ]

  private static func superscript(_ digits: String) -> String {
    String(digits.map { raisedDigits[$0] ?? $0 })
  }
}
