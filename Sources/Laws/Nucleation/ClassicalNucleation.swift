public import Kinetics
import Units

/// Classical nucleation, with the ladder's own attachment and energies.
///
///     J  = Z a(n*) (c N_A)² exp[-(W(n*) - W(1))],  W(n) = -n ln S + E(n)/kT     self-consistent
///     J  = Z a(n*) (c N_A)² exp[-W(n*)]                                          zeldovich
///     J  = Z a(n*) c N_A s N_A exp[-f W(n*)]                                     on s sites
///
/// M. Volmer, A. Weber, *Z. Phys. Chem.* **119U**, 277 (1926); R. Becker, W. Döring, *Ann. Phys.*
/// **416**, 719 (1935), doi:10.1002/andp.19354160806; J. B. Zeldovich, *Acta Physicochim. URSS* **18**,
/// 1 (1943); D. Kashchiev, *Nucleation* (Butterworth-Heinemann, 2000). The self-consistent prefactor,
/// with no work at the monomer, after S. L. Girshick, C.-P. Chiu, *J. Chem. Phys.* **93**, 1273 (1990),
/// doi:10.1063/1.459191, equals the ladder's.
///
/// A site that a nucleus forms on lowers work and size alike, f W(n/f), and the event consumes it. The
/// empty site is there without work, so that both prefactors are one, and none is given.
public struct ClassicalNucleation: NucleationLaw {
  /// What stands before the exponential.
  public enum Prefactor: String, CaseIterable, Sendable {
    case selfConsistent = "self-consistent"
    case zeldovich
    case given
  }

  /// With what size a nucleus appears.
  public enum NucleusSize: String, CaseIterable, Sendable {
    /// Beyond the top, where the work is one kT lower.
    case belowTop = "kT-above"
    /// n*.
    case critical
    case given
  }

  /// What a nucleus forms on.
  public enum Place: String, CaseIterable, Sendable {
    case solution
    case sites
  }

  public var prefactor = Prefactor.selfConsistent
  public var rate = Coefficient(0)
  public var nucleus = NucleusSize.belowTop
  public var nucleusRadius = Coefficient(0)
  public var place = Place.solution
  public var contactFactor = Coefficient(1)

  public init() {}

  public static let name = "classical"
  public static let summary = "Nuclei appear over the barrier that the ladder's own energies make."
  public static let equation =
    "J = Z a(n*) (c N_A)^2 S^(n*-1) exp[-(E(n*) - E(1))/kT],  Z = [-W''(n*)/2 pi]^(1/2)"
  public static let assumptions =
    "Clusters below the nucleus are stationary; a nucleus has many units; zeldovich instead of "
    + "self-consistent divides J by exp(E(1)/kT)/S; sites are consumed, and lower work and size."
  public static let source =
    "R. Becker, W. Doering, Ann. Phys. 416, 719 (1935), doi:10.1002/andp.19354160806; "
    + "S. L. Girshick, C.-P. Chiu, J. Chem. Phys. 93, 1273 (1990), doi:10.1063/1.459191; "
    + "D. Kashchiev, Nucleation (Butterworth-Heinemann, 2000)"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "rate", \.rate, .nucleationRate, "J without a barrier, where the prefactor is given",
      default: 0),
    Parameter(
      "nucleus_radius", \.nucleusRadius, .length, "of a nucleus, where it is given", default: 0),
    Parameter(
      "contact_factor", \.contactFactor, .dimensionless,
      "f: the share of the work that is left on a site", default: 1),
  ]
  public static let choices: [Choice<Self>] = [
    Choice(
      "prefactor", \.prefactor, "what stands before the exponential", default: .selfConsistent,
      given: GivenForm("given", by: "rate")),
    Choice(
      "nucleus", \.nucleus, "with what size a nucleus appears", default: .belowTop,
      given: GivenForm("given", by: "nucleus_radius")),
    Choice(
      "place", \.place,
      "what a nucleus forms on; sites are written heterogeneous = { sites, contact_factor }",
      default: .solution),
  ]

  public var partnerCount: Double { place == .sites ? 1 : 0 }

  public var reads: MediumVariables {
    place == .sites ? [.temperature, .solute, .partner] : [.temperature, .solute]
  }

  public func birth<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Birth<Value> {
    guard let work = WorkOfFormation(on: ladder, in: medium), let top = work.nucleus() else {
      let last = Value(ladder.largestNucleus)
      return Birth(rate: Value(0), units: units(critical: last, last, on: ladder, in: medium))
    }
    let share = place == .sites ? medium(contactFactor) : Value(1)
    let grown = nucleus == .belowTop ? work.units(beyond: top, lower: 1 / share) : top.units
    return Birth(
      rate: rate(of: top, share: share, in: medium),
      units: units(critical: share * top.units, share * grown, on: ladder, in: medium))
  }

  private func rate<Value>(
    of top: CriticalNucleus<Value>, share: Value, in medium: Medium<Value>
  ) -> Value {
    let zeldovich = CriticalNucleus.zeldovich(top.curvature / share)
    let attempts = zeldovich * top.frequency * PhysicalConstants.avogadro
    if place == .sites { return attempts * medium.partner * Value.exp(-share * top.work) }
    return switch prefactor {
    case .selfConsistent: attempts * medium.solute * Value.exp(top.monomerWork - top.work)
    case .zeldovich: attempts * medium.solute * Value.exp(-top.work)
    case .given: medium(rate) * Value.exp(-top.work)
    }
  }

  /// Units of a nucleus, two at least.
  private func units<Value>(
    critical: Value, _ grown: Value, on ladder: Ladder, in medium: Medium<Value>
  ) -> Value {
    let units =
      switch nucleus {
      case .belowTop: grown
      case .critical: critical
      case .given: ladder.units(ofRadius: medium(nucleusRadius))
      }
    return units.value < 2 ? Value(2) : units
  }
}
