public import Kinetics
import Units

/// What the free energy of one dissolved unit is above the line of the clusters.
///
///     E(1) = ε,  E(n) = 0 for n ≥ 2
///
/// The capillary line does not know the monomer: S. L. Girshick, C.-P. Chiu, *J. Chem. Phys.* **93**,
/// 1273 (1990), doi:10.1063/1.459191. A shift of it makes dimers rarer (ε < 0) or more common.
public struct MonomerShift: ParticleEnergy {
  public var energy = Coefficient(0)

  public init() {}

  public static let name = "monomer-shift"
  public static let summary = "What one dissolved unit departs from the line of the clusters."
  public static let equation = "E(1) = epsilon, E(n) = 0 for n >= 2"
  public static let assumptions =
    "Only the step from the monomer to the dimer departs from the other energies."
  public static let source =
    "S. L. Girshick, C.-P. Chiu, J. Chem. Phys. 93, 1273 (1990), doi:10.1063/1.459191"
  public static let parameters: [Parameter<Self>] = [
    Parameter("energy", \.energy, .energy, "energy of the monomer; negative: dimers are rarer")
  ]

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    particle.units.value < 2 ? medium(energy) : Value(0)
  }
}
