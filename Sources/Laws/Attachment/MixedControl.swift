public import Kinetics
import Units

/// Attachment by diffusion and surface reaction in series.
///
///     a(n) = 4πr² k(r) / [1 + (k(r)/D) / (1/r + 1/δ)],  k(r) = k exp(-α [E(n+1) - E(n)]/kT)
///
/// T. Sugimoto, *Adv. Colloid Interface Sci.* **28**, 65 (1987), doi:10.1016/0001-8686(87)80009-X.
/// The transfer coefficient α says how much of the curvature's energy is in the activation of growth,
/// and 1 - α in that of dissolution: D. V. Talapin, A. L. Rogach, M. Haase, H. Weller,
/// *J. Phys. Chem. B* **105**, 12278 (2001), doi:10.1021/jp012229m, who have α = 1/2 and write l_c/r
/// for the energy of a step.
public struct MixedControl: AttachmentLaw {
  public var surfaceRateConstant = Coefficient(0)
  public var diffusivity = Coefficient(0)
  public var activationTransfer = Coefficient(0)
  public var filmThickness = Coefficient(.infinity)

  public init() {}

  public static let name = "mixed"
  public static let summary = "Solute diffuses to the particle and then reacts at its surface."
  public static let equation =
    "a(n) = 4 pi r_n^2 k(r_n) / [1 + (k(r_n)/D) / (1/r_n + 1/delta)];  "
    + "k(r_n) = k exp(-alpha [E(n+1) - E(n)]/kT)"
  public static let assumptions =
    "Quasi-steady diffusion field in a film of thickness delta, or in liquid at rest; "
    + "surface-limited for r << D/k, diffusion-limited for r >> D/k. With alpha = 0 curvature acts "
    + "on dissolution alone."
  public static let source =
    "T. Sugimoto, Adv. Colloid Interface Sci. 28, 65 (1987), doi:10.1016/0001-8686(87)80009-X; "
    + "alpha: D. V. Talapin, A. L. Rogach, M. Haase, H. Weller, J. Phys. Chem. B 105, 12278 "
    + "(2001), doi:10.1021/jp012229m"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_rate_constant", \.surfaceRateConstant, .velocity,
      "k: attachment per area of a flat crystal and concentration of solute"),
    Parameter("diffusivity", \.diffusivity, .diffusivity, "diffusion coefficient of the solute"),
    Parameter(
      "activation_transfer", \.activationTransfer, .dimensionless,
      "alpha: share of the energy of a step in the activation of growth", default: 0),
    Parameter(
      "film_thickness", \.filmThickness, .length, "delta: thickness of the unstirred film",
      default: .infinity, isPositive: true),
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    let k =
      medium(surfaceRateConstant) * medium.openSurface
      * Value.exp(-medium(activationTransfer) * step.energy)
    let supply = medium(diffusivity) * (1 / particle.radius + 1 / medium(filmThickness))
    return particle.area * k / (1 + k / supply)
  }
}
