import ClusterMonteCarlo
import Kinetics
import Synthesis

/// What an ensemble gave, as numbers to be compared.
///
///     X                    molecules of a species in the volume, realization by realization
///     crystals             crystals in the volume
///     units                units in all of its crystals
///     first_crystal        when the first crystal came, s; infinite where none did
///     Mn_per_crystal       dopants in a crystal, crystal by crystal
///     Mn_mean, Mn_single, Mn_depth, Mn_exchange, Mn_single_deep
///                          the ensemble's own estimates, with their standard errors
struct DrawnNumbers {
  private let ensemble: Ensemble
  private let experiment: Experiment

  init(_ ensemble: Ensemble, of experiment: Experiment) {
    (self.ensemble, self.experiment) = (ensemble, experiment)
  }

  /// All values of a quantity at a time, s.
  func values(of name: String, at time: Double) throws(CaseError) -> [Double] {
    let output = try output(at: time)
    if name == "first_crystal" {
      return ensemble.replicates.map { $0.firstCrystal ?? .infinity }
    }
    if let kind = kind(of: name, "_per_crystal") {
      return ensemble.dopants[output][kind].crystals.enumerated().flatMap {
        repeatElement(Double($0.offset), count: $0.element)
      }
    }
    let frames = ensemble.frames(at: output)
    let avogadro = PhysicalConstants.avogadro
    switch name {
    case "crystals": return frames.map { ($0.number * $0.volume).rounded() }
    case "units": return frames.map { ($0.inCrystals * $0.volume * avogadro).rounded() }
    default:
      guard let species = ensemble.speciesNames.firstIndex(of: name) else {
        throw .bad("realizations have no \"\(name)\"")
      }
      return frames.map { Self.settled($0.species[species] * $0.volume * avogadro) }
    }
  }

  /// A count without the round-off that a concentration brings.
  private static func settled(_ count: Double) -> Double {
    abs(count - count.rounded()) < 1e-6 * max(1, count) ? count.rounded() : count
  }

  /// An estimate over all crystals.
  func estimate(of name: String, at time: Double) throws(CaseError) -> RatioEstimate {
    let output = try output(at: time)
    let known: [(String, (DopantStatistics) -> RatioEstimate?)] = [
      ("_mean", \.mean), ("_single", \.single), ("_depth", \.depth), ("_exchange", \.exchange),
      ("_single_deep", { $0.deepSingle(0) }),
    ]
    for (suffix, read) in known {
      guard let kind = kind(of: name, suffix) else { continue }
      guard let estimate = read(ensemble.dopants[output][kind]) else {
        throw .bad("at \(time.shown) s there is no \"\(name)\"")
      }
      return estimate
    }
    throw .bad("no dopants have \"\(name)\"")
  }

  /// What a balance gives too, of all realizations together.
  func pooled(_ name: String, at time: Double) throws(CaseError) -> Double? {
    let trajectory = ensemble.trajectory(of: experiment.network)
    guard let observed = Observed(name, of: trajectory, on: experiment.grid) else {
      throw .bad("a run has no \"\(name)\"")
    }
    return observed.value(in: trajectory, at: try output(at: time))
  }

  private func output(at time: Double) throws(CaseError) -> Int {
    let place = ensemble.times.firstIndex { abs($0 - time) <= 1e-9 * max(1, abs(time)) }
    guard let place else { throw .bad("there is no output at \(time.shown) s") }
    return place
  }

  /// The dopant of "Mn_depth".
  private func kind(of name: String, _ suffix: String) -> Int? {
    ensemble.dopantNames.firstIndex { $0 + suffix == name }
  }
}
