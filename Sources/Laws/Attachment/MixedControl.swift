public import Kinetics
import Units

/// Attachment by diffusion and surface reaction in series.
///
///     a(n) = 4πr² k / (1 + k r / D)
///
/// T. Sugimoto, *Adv. Colloid Interface Sci.* **28**, 65 (1987), doi:10.1016/0001-8686(87)80009-X.
public struct MixedControl: AttachmentLaw {
  public var surfaceRateConstant = Coefficient(0)
  public var diffusivity = Coefficient(0)

  public init() {}

  public static let name = "mixed"
  public static let summary = "Solute diffuses to the particle and then reacts at its surface."
  public static let equation = "a(n) = 4 pi r_n^2 k / (1 + k r_n / D)"
  public static let assumptions =
    "Quasi-steady diffusion field; surface-limited for r << D/k, diffusion-limited for r >> D/k."
  public static let source =
    "T. Sugimoto, Adv. Colloid Interface Sci. 28, 65 (1987), doi:10.1016/0001-8686(87)80009-X"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_rate_constant", \.surfaceRateConstant, .velocity,
      "attachment per area of a flat crystal and concentration of solute"),
    Parameter("diffusivity", \.diffusivity, .diffusivity, "diffusion coefficient of the solute"),
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    let k = medium(surfaceRateConstant) * medium.openSurface
    return particle.area * k / (1 + particle.radius * k / medium(diffusivity))
  }
}
