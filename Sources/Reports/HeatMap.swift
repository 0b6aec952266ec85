/// Values over a plane, in cells that are evenly spaced on their axes.
public struct HeatMap: Sendable, Equatable {
  public var quantity: String
  public var unit: String
  /// The middles of the cells along both axes.
  public var x: [Double]
  public var y: [Double]
  /// For each x, the values along y; nil where there is nothing to show.
  public var values: [[Double?]]
  /// What the two ends of the colours stand for.
  public var range: ClosedRange<Double>
  public var scale: Scale

  /// How values become colours.
  public enum Scale: Sendable {
    /// By their logarithm.
    case log
    /// Evenly, from the least to the largest.
    case linear
    /// Evenly, to both sides of a colourless middle.
    case diverging
  }

  public init(
    quantity: String, unit: String, x: [Double], y: [Double], values: [[Double?]],
    range: ClosedRange<Double>, scale: Scale = .log
  ) {
    self.quantity = quantity
    self.unit = unit
    self.x = x
    self.y = y
    self.values = values
    self.range = range
    self.scale = scale
  }
}
