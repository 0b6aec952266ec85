/// A unit as people write it, as factors with exponents.
struct UnitExpression {
  /// One unit, to a power.
  struct Factor {
    var unit: String
    var exponent: Double
  }

  private(set) var factors: [Factor] = []
  private(set) var names: [String] = []

  init(_ text: String) throws(UnitsError) {
    var reader = UnitReader(text)
    factors = try reader.expression(isInner: false)
    names = reader.names
  }

  /// Whether this is one bare unit, "degC", of which a point on a scale can be meant.
  var isSingle: Bool { factors.count == 1 && factors[0].exponent == 1 }

  /// What UDUNITS reads, with every exponent multiplied.
  func spelled(power: Int) throws(UnitsError) -> String {
    var parts: [String] = []
    for factor in factors {
      let exponent = factor.exponent * Double(power)
      guard abs(exponent - exponent.rounded()) < 1e-6, abs(exponent) < 250 else {
        throw .unknownUnit(
          unit: factor.unit, part: "\(factor.unit)^\(factor.exponent)", suggestion: nil)
      }
      parts.append("(\(factor.unit))^\(Int(exponent.rounded()))")
    }
    return parts.isEmpty ? "1" : parts.joined(separator: " ")
  }
}
