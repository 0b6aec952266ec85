public import Kinetics
import Units

/// Attachment limited by the diffusion of solute to the particle.
///
///     a(n) = 4πr² D (1/r + 1/δ)
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209;
/// H. Reiss, *J. Chem. Phys.* **19**, 482 (1951), doi:10.1063/1.1748251; with a film of finite
/// thickness δ T. Sugimoto, *Adv. Colloid Interface Sci.* **28**, 65 (1987),
/// doi:10.1016/0001-8686(87)80009-X.
public struct DiffusionLimited: AttachmentLaw {
  public var diffusivity = Coefficient(0)
  public var filmThickness = Coefficient(.infinity)

  public init() {}

  public static let name = "diffusion-limited"
  public static let summary = "Every solute unit that diffuses to the particle sticks."
  public static let equation = "a(n) = 4 pi r_n^2 D (1/r_n + 1/delta)"
  public static let assumptions =
    "Dilute, quasi-steady concentration field, immobile particle; beyond a film of thickness delta "
    + "the liquid is stirred, and without one it is at rest."
  public static let source =
    "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209; "
    + "H. Reiss, J. Chem. Phys. 19, 482 (1951), doi:10.1063/1.1748251; T. Sugimoto, "
    + "Adv. Colloid Interface Sci. 28, 65 (1987), doi:10.1016/0001-8686(87)80009-X"
  public static let parameters: [Parameter<Self>] = [
    Parameter("diffusivity", \.diffusivity, .diffusivity, "diffusion coefficient of the solute"),
    Parameter(
      "film_thickness", \.filmThickness, .length, "delta: thickness of the unstirred film",
      default: .infinity, isPositive: true),
  ]

  public var hasSurfaceStep: Bool { false }

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    particle.area * medium(diffusivity) * (1 / particle.radius + 1 / medium(filmThickness))
  }
}
