public import Kinetics
import Units

/// The energy of ligands that pack best on a surface of a certain curvature.
///
///     E(n) = -ε σ_s 4πr² p(r),  p(r) = 2 / (r/L + L/r)
///
/// On flat surface the tails of ligands are in each other's way, and few of them bind; with curvature
/// they find room, up to p = 1 at r = L; a still smaller core offers its ligands less than their size.
/// With a surface energy γ the energy per volume, 3γ/r - 6εσ_s L/(r² + L²), has a minimum where
/// εσ_s/γ > 4√3/9, and lies there below that of the bulk where εσ_s > γ: particles near that size then
/// neither ripen nor dissolve. Stable sizes by ligands: J. A. Manzanares, P. Peljo, H. H. Girault,
/// *J. Phys. Chem. C* **121**, 13405 (2017); the packing factor p is a form of our own with the
/// fewest constants.
public struct LigandCurvature: ParticleEnergy {
  public var bindingEnergy = Coefficient(0)
  public var siteDensity = Coefficient(0)
  public var packingLength = Coefficient(0)
  public var smallest = Coefficient(30)

  public init() {}

  public static let name = "ligand-curvature"
  public static let summary = "Ligands bind best to particles of a certain size."
  public static let equation =
    "E(n) = -epsilon sigma_s 4 pi r_n^2 p(r_n), p(r) = 2/(r/L + L/r)"
  public static let assumptions =
    "Ligands saturate the surface; packing is best at r = L, falls off as 1/r on flatter and as r on "
    + "more curved surfaces. E/V with a surface energy gamma has a minimum for "
    + "epsilon sigma_s > 0.770 gamma. Smaller particles than the smallest have nearly the energy of "
    + "that one, joined smoothly."
  public static let source =
    "after J. A. Manzanares, P. Peljo, H. H. Girault, J. Phys. Chem. C 121, 13405 (2017); "
    + "the packing factor is a form of qdsynth"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "binding_energy", \.bindingEnergy, .energy, "epsilon: of one ligand, beyond that in solution"),
    Parameter("site_density", \.siteDensity, .areaDensity, "sigma_s: ligands per area at best"),
    Parameter(
      "packing_length", \.packingLength, .length, "L: the radius at which ligands pack best",
      isPositive: true),
    Parameter(
      "smallest", \.smallest, .dimensionless, "units from which on it acts", default: 30,
      isPositive: true, isCrystalFloor: true),
  ]

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    let acting = particle.acting(from: medium(smallest))
    let length = medium(packingLength)
    let packing = 2 / (acting.radius / length + length / acting.radius)
    return -(medium(bindingEnergy) * medium(siteDensity) * acting.area * packing)
  }
}
