public import Kinetics
import Units

/// What adsorbed ligands take off the surface energy.
///
///     E(n) = -σ_s kT ln(1 + Σ K_i c_i) 4πr²
///
/// J. W. Gibbs, *Trans. Conn. Acad.* **3**, 343 (1878); B. v. Szyszkowski, *Z. Phys. Chem.* **64U**, 385
/// (1908); with the sites of I. Langmuir, *J. Am. Chem. Soc.* **40**, 1361 (1918),
/// doi:10.1021/ja02242a004.
public struct LigandAdsorption: ParticleEnergy {
  public var siteDensity = Coefficient(0)

  public init() {}

  public static let name = "ligand-adsorption"
  public static let summary = "Ligands that adsorb lower the surface energy."
  public static let equation = "E(n) = -sigma_s kT ln(1 + sum K_i c_i) 4 pi r_n^2"
  public static let assumptions =
    "Ligands are at equilibrium with the solution, on sites that do not feel each other; enough of "
    + "them to make the whole surface energy negative is no surface any more."
  public static let source =
    "J. W. Gibbs, Trans. Conn. Acad. 3, 343 (1878); "
    + "B. v. Szyszkowski, Z. Phys. Chem. 64U, 385 (1908); "
    + "I. Langmuir, J. Am. Chem. Soc. 40, 1361 (1918), doi:10.1021/ja02242a004"
  public static let parameters: [Parameter<Self>] = [
    Parameter("site_density", \.siteDensity, .areaDensity, "sigma_s: sites per area")
  ]

  public var reads: MediumVariables { [.temperature, .binding] }

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    -(medium(siteDensity) * medium.thermalEnergy * Value.log(1 + medium.binding) * particle.area)
  }
}
