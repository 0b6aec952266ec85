public import Kinetics
import Units

/// Nucleation with a prefactor and a barrier of its own, as fits of LaMer bursts use it.
///
///     J = A exp(-B/ln² S)
///
/// A and B follow from burst data after D. B. K. Chu, J. S. Owen, B. Peters, *J. Phys. Chem. A* **121**,
/// 7511 (2017), doi:10.1021/acs.jpca.7b08368. The nucleus has a radius, or a multiple of the critical
/// one, which the ladder's energies give.
public struct ExponentialNucleation: NucleationLaw {
  public var prefactor = Coefficient(0)
  public var barrier = Coefficient(0)
  public var nucleusRadius = Coefficient(0)
  public var nucleusOverCritical = Coefficient(0)

  public init() {}

  public static let name = "exponential"
  public static let summary = "Nuclei appear over a barrier that falls with ln^2 S."
  public static let equation = "J = A exp(-B/ln^2 S)"
  public static let assumptions =
    "One prefactor for all supersaturations; nothing appears at S <= 1. The nucleus has either "
    + "nucleus_radius or nucleus_over_critical times the critical radius."
  public static let source =
    "D. B. K. Chu, J. S. Owen, B. Peters, J. Phys. Chem. A 121, 7511 (2017), "
    + "doi:10.1021/acs.jpca.7b08368"
  public static let parameters: [Parameter<Self>] = [
    Parameter("prefactor", \.prefactor, .nucleationRate, "A: J without a barrier"),
    Parameter("barrier", \.barrier, .dimensionless, "B"),
    Parameter(
      "nucleus_radius", \.nucleusRadius, .length, "of a nucleus; 0: not given", default: 0),
    Parameter(
      "nucleus_over_critical", \.nucleusOverCritical, .dimensionless,
      "radius of a nucleus over the critical radius; 0: not given", default: 0),
  ]

  /// The exponent at which nothing is left.
  private static let extinction = 740.0

  public func birth<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Birth<Value> {
    Birth(rate: rate(on: ladder, in: medium), units: units(on: ladder, in: medium))
  }

  private func rate<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Value {
    let solubility = medium(ladder.solubility)
    guard solubility.value > 0, medium.solute.value > solubility.value else { return Value(0) }
    let driving = Value.log(medium.solute / solubility)
    let exponent = medium(barrier) / (driving * driving)
    guard exponent.value < Self.extinction else { return Value(0) }
    return medium(prefactor) * Value.exp(-exponent)
  }

  private func units<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Value {
    let multiple = medium(nucleusOverCritical)
    let units: Value
    if multiple.value > 0 {
      let critical = ladder.criticalNucleus(in: medium)?.units ?? Value(ladder.largestNucleus)
      units = multiple * multiple * multiple * critical
    } else {
      units = ladder.units(ofRadius: medium(nucleusRadius))
    }
    return units.value < 2 ? Value(2) : units
  }
}
