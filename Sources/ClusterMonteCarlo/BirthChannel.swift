import Kinetics
import Synthesis

/// The nuclei of a closure, as events: how many a second, and of what size.
struct BirthChannel: Sendable {
  let closure: NucleationClosure
  /// The slot of the species that takes part beside the solute.
  let partner: Int?
  /// Units of one of its molecules.
  private let partnerUnits: Int
  /// Bound on the rate, 1/s.
  private(set) var total = 0.0
  private var latest: (medium: Medium<Double>, birth: Birth<Double>)?
  /// What the bound lies above the largest rate in a corner: between two corners a rate may pass a top.
  private static let margin = 1.02

  init?(_ closure: NucleationClosure?, in network: ReactionNetwork) {
    guard let closure else { return nil }
    self.closure = closure
    partner = closure.partner.flatMap { name in network.species.firstIndex { $0.name == name } }
    partnerUnits = partner.map { Int(network.species[$0].units) } ?? 0
  }

  /// What of the medium births change with.
  func reads(on ladder: Ladder) -> MediumVariables {
    let partner: MediumVariables = partner == nil ? [] : .partner
    return closure.law.reads.union(ladder.reads).union(partner)
  }

  /// Molecules of the partner that a birth takes.
  var partnerCount: Int { partner == nil ? 0 : Int(closure.law.partnerCount) }

  /// Units that a nucleus takes from the solute.
  func uptake(of units: Int) -> Int { units - partnerCount * partnerUnits }

  /// The births in a medium, found once as long as it stays.
  mutating func present(on ladder: Ladder, in medium: Medium<Double>) -> Birth<Double> {
    if let latest, latest.medium == medium { return latest.birth }
    let birth = birth(on: ladder, in: medium)
    latest = (medium, birth)
    return birth
  }

  func birth(on ladder: Ladder, in medium: Medium<Double>) -> Birth<Double> {
    closure.law.bear(on: ladder, in: medium)
  }

  /// Births per second in a volume, m³.
  func rate(on ladder: Ladder, in medium: Medium<Double>, volume: Double) -> Double {
    closure.law.bears ? birth(on: ladder, in: medium).rate * volume : 0
  }

  /// Makes a bound that holds at all corners, each with its volume.
  mutating func refresh(
    over corners: [(medium: Medium<Double>, volume: Double)], on ladder: Ladder
  ) {
    total = corners.reduce(0) {
      max($0, Self.margin * rate(on: ladder, in: $1.medium, volume: $1.volume))
    }
  }
}
