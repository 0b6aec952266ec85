/// Points of one kind in one panel.
public struct Curve: Sendable, Equatable {
  /// How the points are drawn.
  public enum Mark: String, Sendable {
    case line
    case dashes
    case points
    /// Small points, of which many lie over one another.
    case dots
    /// Points between these, of which a thousand lie over one another.
    case specks
    /// Filled points.
    case disks
    case linePoints
    /// Narrow lines in a light colour, of which many lie over one another.
    case thin
    /// The area between the ends of the intervals.
    case band
    case bars
  }

  /// Against which axis the points are drawn.
  public enum Side: Sendable {
    case left
    case right
  }

  public var label: String
  public var color: Palette.Color
  public var mark: Mark
  public var side: Side
  public var x: [Double]
  /// Nil where there is no value: the line is broken there.
  public var y: [Double?]
  /// The uncertainty of each value, where it is known.
  public var error: [Double?]?
  /// From where to where each value may be, where that is not evenly to both sides.
  public var interval: [ClosedRange<Double>?]?
  /// How wide bars are, as the axis counts; nil for nearly as wide as they are apart.
  public var width: Double?

  public init(
    label: String, color: Palette.Color, mark: Mark = .line, side: Side = .left, x: [Double],
    y: [Double?], error: [Double?]? = nil, interval: [ClosedRange<Double>?]? = nil,
    width: Double? = nil
  ) {
    self.label = label
    self.color = color
    self.mark = mark
    self.side = side
    self.x = x
    self.y = y
    self.error = error
    self.interval = interval
    self.width = width
  }
}
