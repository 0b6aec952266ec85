public import Kinetics
import Units

/// Attachment limited by the reaction at the surface.
///
///     a(n) = k · 4πr²
///
/// T. Sugimoto, *Adv. Colloid Interface Sci.* **28**, 65 (1987), doi:10.1016/0001-8686(87)80009-X.
public struct SurfaceLimited: AttachmentLaw {
  public var surfaceRateConstant = Coefficient(0)

  public init() {}

  public static let name = "surface-limited"
  public static let summary = "Solute attaches at the same rate to every piece of surface."
  public static let equation = "a(n) = k 4 pi r_n^2"
  public static let assumptions =
    "Solute is mixed down to the surface; all facets and sizes react alike."
  public static let source =
    "T. Sugimoto, Adv. Colloid Interface Sci. 28, 65 (1987), doi:10.1016/0001-8686(87)80009-X"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_rate_constant", \.surfaceRateConstant, .velocity,
      "attachment per area of a flat crystal and concentration of solute")
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    particle.area * medium(surfaceRateConstant) * medium.openSurface
  }
}
