import RealModule

/// The numbers that a law computes with: plain, or carrying a derivative.
///
/// The author of a law writes one formula, generic over its scalar. Read with `Double` it gives the
/// value; read with `Dual` it gives the derivative as well, to the temperature or to any constant of
/// the law. So no derivative is ever written by hand, and none can disagree with its formula.
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
}

extension Scalar {
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
