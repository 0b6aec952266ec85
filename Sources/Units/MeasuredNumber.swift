/// A number in the unit in which it was written.
public struct MeasuredNumber: Sendable, Hashable {
  public let value: Double
  /// As it was written; empty where there was none.
  public let unit: String

  public var text: String { unit.isEmpty ? "\(value)" : "\(value) \(unit)" }

  /// A number without a unit.
  public init(_ value: Double) {
    self.value = value
    unit = ""
  }

  /// What a text says.
  ///
  /// - Parameters:
  ///   - unit: what the number is to be in; as written if not given.
  ///   - isStep: whether it is a difference, for which 1 °C is 1 K.
  /// - Throws: where the text is no quantity, or its unit measures something else.
  public init(_ text: String, in unit: String? = nil, isStep: Bool = false) throws(UnitsError) {
    let written = try WrittenQuantity(text)
    guard let unit, unit != written.unit else {
      if !written.unit.isEmpty { _ = try Dimension(measuredIn: written.unit) }
      value = written.number
      self.unit = written.unit
      return
    }
    let dimension = unit.isEmpty ? Dimension.dimensionless : try Dimension(measuredIn: unit)
    let kind = isStep && dimension == .temperature ? .temperatureDifference : dimension
    let parsed = try kind.parse(text)
    value = unit.isEmpty ? parsed : try kind.convert(parsed, to: unit)
    self.unit = unit
  }
}
