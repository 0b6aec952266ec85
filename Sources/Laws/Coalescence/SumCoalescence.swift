public import Kinetics
import Units

/// Coalescence as the sum of the units of a pair, for checks against closed forms.
///
///     K = k (n + m)
///
/// A. M. Golovin, *Bull. Acad. Sci. USSR, Geophys. Ser.* **5** (1963).
public struct SumCoalescence: CoalescenceLaw {
  public var rateConstant = Coefficient(0)

  public init() {}

  public static let name = "sum"
  public static let summary = "A pair meets in proportion to the units of both together."
  public static let equation = "K(n,m) = k (n + m)"
  public static let assumptions = "None physical here: a kernel with known solutions."
  public static let source = "A. M. Golovin, Bull. Acad. Sci. USSR, Geophys. Ser. 5 (1963)"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .pairRateConstant, "k, per unit")
  ]

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    medium(rateConstant) * (one.units + other.units)
  }
}
