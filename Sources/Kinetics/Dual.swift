public import RealModule

/// A value and its derivative in one direction: forward differentiation to round-off.
///
///     (u + u'ε)(v + v'ε) = uv + (u'v + uv')ε,  ε² = 0
///
/// W. K. Clifford, *Proc. London Math. Soc.* **s1-4**, 381 (1871), doi:10.1112/plms/s1-4.1.381.
public struct Dual: Scalar, Equatable {
  public var value: Double
  public var derivative: Double

  @inlinable
  public init(_ value: Double) {
    self.init(value, derivative: 0)
  }

  @inlinable
  public init(_ value: Double, derivative: Double) {
    self.value = value
    self.derivative = derivative
  }

  @inlinable
  public static func + (left: Dual, right: Dual) -> Dual {
    Dual(left.value + right.value, derivative: left.derivative + right.derivative)
  }

  @inlinable
  public static func - (left: Dual, right: Dual) -> Dual {
    Dual(left.value - right.value, derivative: left.derivative - right.derivative)
  }

  @inlinable
  public static func * (left: Dual, right: Dual) -> Dual {
    Dual(
      left.value * right.value,
      derivative: left.derivative * right.value + left.value * right.derivative)
  }

  @inlinable
  public static func / (left: Dual, right: Dual) -> Dual {
    let quotient = left.value / right.value
    return Dual(quotient, derivative: (left.derivative - quotient * right.derivative) / right.value)
  }

  @inlinable
  public static func exp(_ exponent: Dual) -> Dual {
    let value = Double.exp(exponent.value)
    return Dual(value, derivative: value * exponent.derivative)
  }

  @inlinable
  public static func log(_ argument: Dual) -> Dual {
    Dual(Double.log(argument.value), derivative: argument.derivative / argument.value)
  }

  @inlinable
  public static func root(_ argument: Dual, _ degree: Int) -> Dual {
    let value = Double.root(argument.value, degree)
    return Dual(value, derivative: argument.derivative * value / (Double(degree) * argument.value))
  }
}
