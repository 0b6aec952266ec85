import RealModule

/// The numbers that a law computes with: plain, or carrying a derivative.
///
/// The author of a law writes one formula, generic over its scalar. Read with `Double` it gives the
/// value; read with `Dual` it gives the derivative as well, to the size of a particle, to anything in
/// the medium, or to any constant of the law. So no derivative is ever written by hand, and none can disagree with its formula.
public protocol Scalar: Sendable {
  /// A number that does not depend on what is being differentiated.
  init(_ value: Double)
  /// A number and its derivative; a scalar without derivatives drops it.
  init(_ value: Double, derivative: Double)

  var value: Double { get }
  /// Zero for a scalar without derivatives.
  var derivative: Double { get }

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static func exp(_ exponent: Self) -> Self
  static func log(_ argument: Self) -> Self
  /// The real root of a degree.
  static func root(_ argument: Self, _ degree: Int) -> Self
}

extension Scalar {
  /// base^exponent, for a positive base.
  @inlinable
  public static func pow(_ base: Self, _ exponent: Self) -> Self { exp(exponent * log(base)) }
  @inlinable
  public static func pow(_ base: Self, _ exponent: Double) -> Self { exp(exponent * log(base)) }
  @inlinable
  public static func tanh(_ argument: Self) -> Self {
    let doubled = exp(-2 * (argument.value < 0 ? -argument : argument))
    let positive = (1 - doubled) / (1 + doubled)
    return argument.value < 0 ? -positive : positive
  }
  @inlinable
  public static prefix func - (argument: Self) -> Self { Self(0) - argument }
  @inlinable
  public static func * (left: Double, right: Self) -> Self { Self(left) * right }
  @inlinable
  public static func * (left: Self, right: Double) -> Self { left * Self(right) }
  @inlinable
  public static func / (left: Self, right: Double) -> Self { left / Self(right) }
  @inlinable
  public static func / (left: Double, right: Self) -> Self { Self(left) / right }
  @inlinable
  public static func + (left: Double, right: Self) -> Self { Self(left) + right }
  @inlinable
  public static func + (left: Self, right: Double) -> Self { left + Self(right) }
  @inlinable
  public static func - (left: Double, right: Self) -> Self { Self(left) - right }
  @inlinable
  public static func - (left: Self, right: Double) -> Self { left - Self(right) }
}

extension Double: Scalar {
  @inlinable
  public init(_ value: Double, derivative: Double) {
    self = value
  }

  @inlinable
  public var value: Double { self }
  @inlinable
  public var derivative: Double { 0 }
}
