import Kinetics
import Synchronization
import Synthesis

/// Where workers take the numbers of replicates and hand in what they drew.
///
/// Frames are kept by number; particles and dopants are folded into sums of whole numbers, so that
/// nothing depends on who was first.
final class EnsembleDesk: Sendable {
  private struct State {
    var waiting: Range<Int> = 0..<0
    var replicates: [Int: Ensemble.Replicate] = [:]
    var tallies: [Int: [[DopantTally]]] = [:]
    var sizes = SizeStatistics()
    var dopants: [[DopantStatistics]] = []
    var running: [Int: RealizationProgress] = [:]
    var isStopped = false
  }

  private let experiment: Experiment
  private let most: Int
  private let state = Mutex(State())
  private let started = ContinuousClock.now
  private let observer: @Sendable (EnsembleProgress) -> Continuation

  init(
    _ experiment: Experiment, most: Int,
    observer: @escaping @Sendable (EnsembleProgress) -> Continuation
  ) {
    self.experiment = experiment
    self.most = most
    self.observer = observer
  }

  private var depths: [Double] { experiment.depths.map { $0 * 1e9 } }

  func open(_ replicates: Range<Int>) {
    state.withLock { $0.waiting = replicates }
  }

  func next() -> Int? {
    state.withLock { $0.isStopped ? nil : $0.waiting.popFirst() }
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Takes note of how far a replicate is.
  func hear(_ progress: RealizationProgress) -> Continuation {
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let (all, isStopped) = state.withLock { state in
      state.running[progress.replicate] = progress
      return (self.progress(state, seconds: seconds), state.isStopped)
    }
    guard !isStopped, observer(all) == .proceed else {
      state.withLock { $0.isStopped = true }
      return .cancel
    }
    return .proceed
  }

  private func progress(_ state: State, seconds: Double) -> EnsembleProgress {
    let running = state.running.values
    let events =
      state.replicates.values.reduce(0) { $0 + $1.statistics.events }
      + running.reduce(0) { $0 + $1.events }
    return EnsembleProgress(
      finished: state.replicates.count, of: most,
      running: running.reduce(0) { $0 + ($1.end > 0 ? $1.time / $1.end : 0) }, events: events,
      seconds: seconds)
  }

  /// Takes in what was drawn.
  func record(_ realization: Realization) {
    let tallies = realization.dopants.map { samples in
      samples.map { DopantTally($0, deeperThan: depths) }
    }
    let replicate = Ensemble.Replicate(
      number: realization.replicate, frames: realization.frames.focused,
      firstCrystal: realization.firstCrystal,
      history: experiment.monteCarlo?.keepsHistories == true ? realization.history : nil,
      statistics: realization.statistics, interruption: realization.interruption)
    state.withLock { state in
      state.running[replicate.number] = nil
      state.replicates[replicate.number] = replicate
      state.tallies[replicate.number] = tallies
      state.sizes.add(realization.sizes)
      state.dopants.fold(realization.dopants)
      if replicate.interruption != nil { state.isStopped = true }
    }
  }

  /// All that was handed in so far.
  var ensemble: Ensemble {
    state.withLock { state in
      var ensemble = Ensemble(
        sizes: SizeDistributions(edges: [], radii: [], numbers: [], units: []), sizeSD: [],
        depths: depths, speciesNames: experiment.network.species.map(\.name),
        crystalFloor: experiment.crystalFloor,
        wallTime: (ContinuousClock.now - started) / .seconds(1))
      ensemble.replicates = state.replicates.values.sorted { $0.number < $1.number }
      let volumes = ensemble.times.indices.map { ensemble.frames(at: $0)[0].volume }
      (ensemble.sizes, ensemble.sizeSD) = state.sizes.distributions(
        volumes: volumes, replicates: ensemble.reached, on: experiment.ladder)
      ensemble.dopants = state.dopants
      ensemble.dopantNames = experiment.dopants.map(\.name)
      for replicate in ensemble.replicates {
        for (time, kinds) in (state.tallies[replicate.number] ?? []).enumerated() {
          for (kind, tally) in kinds.enumerated() {
            ensemble.dopants[time][kind].tallies.append(tally)
          }
        }
      }
      ensemble.interruption = Self.interruption(of: ensemble.replicates, of: most)
      return ensemble
    }
  }

  /// What ended the first replicate that did not reach its end.
  private static func interruption(
    of replicates: [Ensemble.Replicate], of most: Int
  ) -> Interruption? {
    guard
      let broken = replicates.first(where: { $0.interruption?.cause == .failed })
        ?? replicates.first(where: { $0.interruption != nil }),
      let interruption = broken.interruption
    else { return nil }
    let finished = replicates.count { $0.interruption == nil }
    return Interruption(
      cause: interruption.cause, time: interruption.time,
      reason: "replicate \(broken.number): \(interruption.reason) (\(finished) of \(most) "
        + "replicates are whole)")
  }
}

extension [[DopantStatistics]] {
  fileprivate mutating func fold(_ samples: [[DopantSample]]) {
    for (time, kinds) in samples.enumerated() {
      if time == count { append(kinds.map { _ in DopantStatistics() }) }
      for (kind, sample) in kinds.enumerated() { self[time][kind].fold(sample) }
    }
  }
}
