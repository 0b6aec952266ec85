/// The kind of quantity that a number with a unit is, with its unit in SI.
public struct Dimension: Hashable, Sendable {
  /// What it is called, "concentration".
  public let name: String

  /// The SI unit of the numbers that the program computes with, "mol/m^3".
  public let unit: String

  /// How people write such a quantity, "20 mmol/L".
  public let example: String

  /// The unit is read to this power, so that an order such as 1.5 keeps whole exponents.
  let power: Int

  /// `degC` names a point on a scale in a temperature, and a step of 1 K everywhere else.
  let isTemperaturePoint: Bool

  public init(_ name: String, unit: String, example: String) {
    self.init(name, unit: unit, example: example, power: 1, isTemperaturePoint: false)
  }

  init(_ name: String, unit: String, example: String, power: Int, isTemperaturePoint: Bool) {
    self.name = name
    self.unit = unit
    self.example = example
    self.power = power
    self.isTemperaturePoint = isTemperaturePoint
  }

  /// "a concentration", "an amount".
  public var withArticle: String {
    guard let first = name.first, name != "heat per kelvin" else { return name }
    return ("aeiou".contains(first) ? "an " : "a ") + name
  }

  /// The unit in which people see such a quantity, that of the example.
  public var customaryUnit: String {
    guard let written = try? WrittenQuantity(example) else { return unit }
    return written.unit
  }
}

extension Dimension {
  /// The value in SI of a quantity as people write it.
  public func parse(_ text: String) throws(UnitsError) -> Double {
    let written = try WrittenQuantity(text)
    if written.unit.isEmpty {
      guard self == .dimensionless else { throw .missingUnit(text: text, expected: self) }
      return written.number
    }
    let value = try UnitLibrary.convert(written, of: text, to: self)
    guard value.isFinite else { throw .outOfRange(text: text) }
    return value
  }

  /// The value in `unit` of a number in SI.
  public func convert(_ value: Double, to unit: String) throws(UnitsError) -> Double {
    try UnitLibrary.convert(value, from: self, to: unit)
  }

  /// A value in SI as people write it, in the customary unit or another one.
  public func format(_ value: Double, in unit: String? = nil) -> String {
    guard self != .dimensionless else { return shortest(value) }
    let wanted = unit ?? customaryUnit
    guard let converted = try? convert(value, to: wanted) else {
      return "\(shortest(value)) \(self.unit)"
    }
    return "\(shortest(converted)) \(wanted)"
  }
}

extension Dimension {
  /// The dimension that a unit measures; one without a name of its own has the unit itself for SI.
  public init(measuredIn unit: String) throws(UnitsError) {
    let candidates = [.dimensionless, .temperature] + Self.named
    for candidate in candidates where (try? candidate.convert(1, to: unit)) != nil {
      self = candidate
      return
    }
    self.init("quantity", unit: unit, example: "1 \(unit)")
    _ = try parse(example)
  }
}

/// The shortest decimal that is the value to twelve digits.
private func shortest(_ value: Double) -> String {
  guard value != 0, value.isFinite else { return value == 0 ? "0" : "\(value)" }
  let rounded = WrittenQuantity.rounded(value, digits: 12)
  if rounded == rounded.rounded(), abs(rounded) < 1e6 { return "\(Int(rounded))" }
  return "\(rounded)"
}
