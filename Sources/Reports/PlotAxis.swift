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

  public init(
    _ quantity: String, _ unit: String, scale: Scale = .linear, minimum: Double? = nil,
    maximum: Double? = nil, step: Double? = nil
  ) {
    self.quantity = quantity
    self.unit = unit
    self.scale = scale
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
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
