public import Kinetics
import Units

/// Agglomeration in proportion to the surface units of both particles.
///
///     K = k r(n) r(m)/N_A  for n, m ≤ M, 0 above,  r(n) = 2.677 n^0.72
///
/// D. R. Handwerk, P. D. Shipman, C. B. Whitehead, S. Özkar, R. G. Finke, *J. Am. Chem. Soc.* **141**,
/// 15827 (2019), doi:10.1021/jacs.9b06364: the fourth step of their mechanism.
public struct SurfaceAtomCoalescence: CoalescenceLaw {
  public var rateConstant = Coefficient(0)
  public var cutoff = Coefficient(0)

  public init() {}

  public static let name = "surface-atoms"
  public static let summary = "Small particles agglomerate by the units at the surface of both."
  public static let equation =
    "K(n,m) = k r(n) r(m)/N_A for n, m <= M, 0 above; r(n) = 2.677 n^0.72"
  public static let assumptions =
    "Particles larger than M stay apart; compact metal particles; volumes add."
  public static let source =
    "D. R. Handwerk, P. D. Shipman, C. B. Whitehead, S. Oezkar, R. G. Finke, J. Am. Chem. Soc. 141, "
    + "15827 (2019), doi:10.1021/jacs.9b06364"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "rate_constant", \.rateConstant, .rateConstant(order: 2),
      "k, per surface unit of either; equal sizes meet at half the rate"),
    Parameter("cutoff", \.cutoff, .dimensionless, "M: units of the largest that takes part"),
  ]

  public var lastSizes: [Double] { [cutoff.value] }

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    let limit: Double = medium(cutoff).value
    guard max(one.units.value, other.units.value) <= limit else { return Value(0) }
    return medium(rateConstant) * one.surfaceAtoms * other.surfaceAtoms
      / PhysicalConstants.avogadro
  }
}
