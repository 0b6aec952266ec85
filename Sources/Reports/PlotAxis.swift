import Foundation

/// An axis: what runs along it, in which unit, and how it is divided.
public struct PlotAxis: Sendable, Equatable {
  public enum Scale: String, Sendable {
    case linear
    case log
  }

  public var quantity: String
  public var unit: String
  public var scale: Scale
  /// Where the axis starts and ends; nil where the data decides.
  public var minimum: Double?
  public var maximum: Double?
  /// From one number at the axis to the next; nil where the data decides.
  public var step: Double?
  /// What stands at whole numbers from zero on in the place of numbers, lines apart by line feeds.
  public var names: [String]?

  public init(
    _ quantity: String, _ unit: String, scale: Scale = .linear, minimum: Double? = nil,
    maximum: Double? = nil, step: Double? = nil, names: [String]? = nil
  ) {
    self.quantity = quantity
    self.unit = unit
    self.scale = scale
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
    self.names = names
  }

  /// The step 1, 2 or 5 times a power of ten that divides a range in at most so many parts; nil for none.
  static func roundStep(over range: Double, parts: Int) -> Double? {
    guard range > 0, range.isFinite, parts > 0 else { return nil }
    let least = range / Double(parts)
    let decade = pow10(log10(least).rounded(.down))
    return [1, 2, 5, 10].map { $0 * decade }.first { $0 >= least * (1 - 1e-9) }
  }

  /// An axis for these values: logarithmic from a given ratio of the largest to the smallest on,
  /// and then over at most so many decades.
  static func fitting(
    _ quantity: String, _ unit: String, _ values: [Double], logFrom ratio: Double,
    decades: Double
  ) -> PlotAxis {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    guard let largest = positive.max(), let smallest = positive.min(),
      largest / smallest >= ratio
    else { return PlotAxis(quantity, unit, minimum: 0) }
    let floor = largest * pow10(-decades)
    return PlotAxis(quantity, unit, scale: .log, minimum: max(0.7 * smallest, floor))
  }
}
