/// A value with its first two derivatives to the size of a particle, each a scalar of its own.
///
///     f(n + ε) = f + f'ε + ½f''ε²,  ε³ = 0
///
/// Read with a `Jet`, a law gives slope and curvature along size to round-off; where the scalar inside
/// carries derivatives, theirs as well.
public struct Jet<Value: Scalar>: Scalar {
  public var level: Value
  public var slope: Value
  public var curvature: Value

  @inlinable
  public init(level: Value, slope: Value, curvature: Value) {
    self.level = level
    self.slope = slope
    self.curvature = curvature
  }

  /// What does not change with size.
  @inlinable
  public init(constant level: Value) {
    self.init(level: level, slope: Value(0), curvature: Value(0))
  }

  @inlinable
  public init(_ value: Double) {
    self.init(constant: Value(value))
  }

  @inlinable
  public init(_ value: Double, derivative: Double) {
    self.init(constant: Value(value, derivative: derivative))
  }

  @inlinable
  public var value: Double { level.value }
  @inlinable
  public var derivative: Double { level.derivative }

  @inlinable
  public static func + (left: Jet, right: Jet) -> Jet {
    Jet(
      level: left.level + right.level, slope: left.slope + right.slope,
      curvature: left.curvature + right.curvature)
  }

  @inlinable
  public static func - (left: Jet, right: Jet) -> Jet {
    Jet(
      level: left.level - right.level, slope: left.slope - right.slope,
      curvature: left.curvature - right.curvature)
  }

  @inlinable
  public static func * (left: Jet, right: Jet) -> Jet {
    Jet(
      level: left.level * right.level,
      slope: left.slope * right.level + left.level * right.slope,
      curvature: left.curvature * right.level + 2 * left.slope * right.slope
        + left.level * right.curvature)
  }

  @inlinable
  public static func / (left: Jet, right: Jet) -> Jet {
    let level = left.level / right.level
    let slope = (left.slope - level * right.slope) / right.level
    let bend = left.curvature - 2 * slope * right.slope - level * right.curvature
    return Jet(level: level, slope: slope, curvature: bend / right.level)
  }

  @inlinable
  public static func exp(_ exponent: Jet) -> Jet {
    let level = Value.exp(exponent.level)
    return Jet(
      level: level, slope: level * exponent.slope,
      curvature: level * (exponent.curvature + exponent.slope * exponent.slope))
  }

  @inlinable
  public static func log(_ argument: Jet) -> Jet {
    let relative = argument.slope / argument.level
    return Jet(
      level: Value.log(argument.level), slope: relative,
      curvature: argument.curvature / argument.level - relative * relative)
  }

  @inlinable
  public static func root(_ argument: Jet, _ degree: Int) -> Jet {
    let level = Value.root(argument.level, degree)
    let relative = argument.slope / argument.level
    let share = level / Double(degree)
    let bend = argument.curvature / argument.level - relative * relative
    return Jet(
      level: level, slope: share * relative,
      curvature: share * (relative * relative / Double(degree) + bend))
  }
}
