public import Kinetics
import Units

/// Attachment limited by the diffusion of solute to the particle.
///
///     a(n) = 4π D r
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209;
/// H. Reiss, *J. Chem. Phys.* **19**, 482 (1951), doi:10.1063/1.1748251.
public struct DiffusionLimited: AttachmentLaw {
  public var diffusivity = Coefficient(0)

  public init() {}

  public static let name = "diffusion-limited"
  public static let summary = "Every solute unit that diffuses to the particle sticks."
  public static let equation = "a(n) = 4 pi D r_n"
  public static let assumptions =
    "Dilute, unstirred at the scale of the particle, quasi-steady concentration field, immobile particle."
  public static let source =
    "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209; "
    + "H. Reiss, J. Chem. Phys. 19, 482 (1951), doi:10.1063/1.1748251"
  public static let parameters: [Parameter<Self>] = [
    Parameter("diffusivity", \.diffusivity, .diffusivity, "diffusion coefficient of the solute")
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    4 * .pi * particle.radius * medium(diffusivity)
  }
}
