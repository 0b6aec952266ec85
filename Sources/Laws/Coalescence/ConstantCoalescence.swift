public import Kinetics
import Units

/// Coalescence at one rate constant for every pair.
///
///     K = k
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209.
public struct ConstantCoalescence: CoalescenceLaw {
  public var rateConstant = Coefficient(0)

  public init() {}

  public static let name = "constant"
  public static let summary = "Every pair of particles meets at the same rate constant."
  public static let equation = "K(n,m) = k"
  public static let assumptions =
    "Sizes differ so little that diffusion and cross-section balance; every meeting counts."
  public static let source =
    "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .pairRateConstant, "k; equal sizes meet at k c^2/2")
  ]

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    medium(rateConstant)
  }
}
