import RealModule

/// A number that a fit may change: its value in natural units outside, scaled inside.
public struct FitParameter: Sendable, Hashable {
  public var name: String
  /// A label for reports; empty for a pure number.
  public var unit: String
  /// Infinite where there is none.
  public var lower: Double
  public var upper: Double
  public var start: Double
  public var scale: ParameterScale
  public var prior: Prior

  public init(
    _ name: String, unit: String = "", start: Double,
    lower: Double = -.infinity, upper: Double = .infinity,
    scale: ParameterScale = .linear, prior: Prior = .none
  ) {
    self.name = name
    self.unit = unit
    self.lower = scale == .logarithmic ? max(lower, 0) : lower
    self.upper = upper
    self.start = start
    self.scale = scale
    self.prior = prior
  }

  /// What a linear parameter is measured in inside: the size of its start, else the range of its bounds.
  private var size: Double {
    if start != 0 { return abs(start) }
    let range = upper - lower
    return range.isFinite && range > 0 ? range : 1
  }

  /// x = v / size, or ln v.
  public func scaled(_ value: Double) -> Double {
    scale == .linear ? value / size : Double.log(value)
  }

  /// The value of a scaled number.
  public func value(_ scaled: Double) -> Double {
    scale == .linear ? scaled * size : Double.exp(scaled)
  }

  /// dv/dx.
  public func slope(atValue value: Double) -> Double { scale == .linear ? size : value }

  /// The value of a scaled number, which round-off does not take beyond the bounds.
  func boundedValue(_ scaled: Double) -> Double { min(max(value(scaled), lower), upper) }

  var scaledLower: Double { scaled(lower) }
  var scaledUpper: Double { scaled(upper) }

  /// Whether a scaled number is at a bound, to a millionth of the range.
  func isAtLower(_ scaled: Double) -> Bool { touches(scaledLower, scaled) }
  func isAtUpper(_ scaled: Double) -> Bool { touches(scaledUpper, scaled) }

  private func touches(_ bound: Double, _ scaled: Double) -> Bool {
    guard bound.isFinite else { return false }
    let range = scaledUpper - scaledLower
    return abs(scaled - bound) <= 1e-6 * (range.isFinite ? range : max(abs(bound), 1))
  }

  /// Bounds between which points can be drawn.
  var isBounded: Bool { scaledLower.isFinite && scaledUpper.isFinite }
}

/// How a parameter is measured inside a fit.
public enum ParameterScale: String, Sendable, Hashable, Codable {
  case linear = "lin"
  /// By its natural logarithm, for what is positive and may be anything over decades.
  case logarithmic = "log"
}
