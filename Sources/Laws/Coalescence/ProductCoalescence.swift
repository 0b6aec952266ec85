public import Kinetics
import Units

/// Coalescence as the product of the units of a pair: it gels.
///
///     K = k n m,  t_gel = 1/(k Σ n² c_n)
///
/// J. B. McLeod, *Quart. J. Math.* **13**, 119 (1962).
public struct ProductCoalescence: CoalescenceLaw {
  public var rateConstant = Coefficient(0)

  public init() {}

  public static let name = "product"
  public static let summary = "A pair meets in proportion to the units of either; it gels."
  public static let equation = "K(n,m) = k n m"
  public static let assumptions =
    "None physical here: a kernel with known solutions, until a finite part of the matter gels at "
    + "t = 1/(k sum n^2 c_n)."
  public static let source = "J. B. McLeod, Quart. J. Math. 13, 119 (1962)"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .pairRateConstant, "k, per unit of either")
  ]

  public var gels: Bool { true }

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    medium(rateConstant) * one.units * other.units
  }
}
