public import Kinetics
import Units

/// The electrostatic energy of a particle that carries a constant charge.
///
///     E(n) = z² e² / (8π ε0 ε_r r)
///
/// With a surface energy γ the chemical potential of a unit rises up to r_m = 4^(1/3) r_0, where
/// r_0 = [z² e²/(64π² ε γ)]^(1/3) has that of the bulk: below r_m larger particles dissolve and smaller
/// ones grow, which is digestive ripening. M. Born, *Z. Phys.* **1**, 45 (1920),
/// doi:10.1007/BF01881023; as a theory of digestive ripening D.-K. Lee, S.-I. Park, J. K. Lee, N.-M. Hwang, *Acta Mater.* **55**, 5281 (2007).
public struct ChargedSphere: ParticleEnergy {
  public var charges = Coefficient(0)
  public var relativePermittivity = Coefficient(1)
  public var smallest = Coefficient(30)

  public init() {}

  public static let name = "charge"
  public static let summary = "Electrostatic energy of a constant charge; smaller ones grow."
  public static let equation = "E(n) = z^2 e^2 / (8 pi eps_0 eps_r r_n)"
  public static let assumptions =
    "The same charge on every particle, spread over a sphere in a medium without ions. Smaller "
    + "particles than the smallest have nearly the energy of that one, joined smoothly: a charged "
    + "monomer would nucleate without a barrier."
  public static let source =
    "M. Born, Z. Phys. 1, 45 (1920), doi:10.1007/BF01881023; "
    + "D.-K. Lee, S.-I. Park, J. K. Lee, N.-M. Hwang, Acta Mater. 55, 5281 (2007)"
  public static let parameters: [Parameter<Self>] = [
    Parameter("charges", \.charges, .dimensionless, "z: elementary charges on a particle"),
    Parameter(
      "relative_permittivity", \.relativePermittivity, .dimensionless,
      "eps_r: of the medium around it", isPositive: true),
    Parameter(
      "smallest", \.smallest, .dimensionless, "units from which on it acts", default: 30,
      isPositive: true, isCrystalFloor: true),
  ]

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    let charge = PhysicalConstants.elementaryCharge * medium(charges)
    let permittivity = PhysicalConstants.vacuumPermittivity * medium(relativePermittivity)
    return charge * charge
      / (8 * .pi * permittivity * particle.acting(from: medium(smallest)).radius)
  }
}
