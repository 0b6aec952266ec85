import Checkpoints
import Kinetics
import Synchronization
import Synthesis

/// Where workers take the numbers of replicates and hand in what they drew.
///
/// Frames are kept by number; particles and dopants are folded into sums of whole numbers, so that
/// nothing depends on who was first.
final class EnsembleDesk: Sendable {
  private let experiment: Experiment
  private let most: Int
  private let state: Mutex<EnsembleState>
  private let started = ContinuousClock.now
  private let observer: @Sendable (EnsembleProgress) -> Continuation
  private let keeper: @Sendable (StateTape) -> Void
  /// Held while a state is handed over, so that one comes after the other.
  private let handing = Mutex(())

  init(
    _ experiment: Experiment, most: Int, from state: EnsembleState = EnsembleState(),
    keeper: @escaping @Sendable (StateTape) -> Void,
    observer: @escaping @Sendable (EnsembleProgress) -> Continuation
  ) {
    self.experiment = experiment
    self.most = most
    self.state = Mutex(state)
    self.keeper = keeper
    self.observer = observer
  }

  private var depths: [Double] { experiment.depths.map { $0 * 1e9 } }
  private var elapsed: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// The first replicate of the round that is being drawn.
  var round: Int { state.withLock { $0.round } }

  func open(_ replicates: Range<Int>) {
    state.withLock { state in
      state.round = replicates.lowerBound
      state.waiting = replicates.filter { state.replicates[$0] == nil }[...]
    }
  }

  /// The next replicate, with its state where it was kept underway.
  func next() -> (number: Int, kept: StateTape?)? {
    state.withLock { state in
      guard state.ending == nil, let number = state.waiting.popFirst() else { return nil }
      state.active.insert(number)
      return (number, state.tapes[number])
    }
  }

  /// Whether all of some replicates have been drawn to their ends.
  func isWhole(_ replicates: Range<Int>) -> Bool {
    state.withLock { state in
      replicates.allSatisfy { state.replicates[$0].map { $0.interruption == nil } == true }
    }
  }

  /// Takes note of how far a replicate is, and says how it goes on.
  func hear(_ progress: RealizationProgress) -> Continuation {
    let (all, ending) = state.withLock { state in
      state.running[progress.replicate] = progress
      return (self.progress(state, seconds: state.spent + elapsed), state.ending)
    }
    let answer = ending ?? observer(all)
    return state.withLock { state in
      switch answer {
      case .proceed: break
      case .keep: if state.owed.isEmpty { state.owed = state.active }
      case .pause, .cancel: state.ending = state.ending ?? answer
      }
      return state.ending ?? (state.owed.contains(progress.replicate) ? .keep : .proceed)
    }
  }

  private func progress(_ state: EnsembleState, seconds: Double) -> EnsembleProgress {
    let running = state.running.values
    let events =
      state.replicates.values.reduce(0) { $0 + $1.statistics.events }
      + running.reduce(0) { $0 + $1.events }
    return EnsembleProgress(
      finished: state.replicates.count, of: most,
      running: running.reduce(0) { $0 + ($1.end > 0 ? $1.time / $1.end : 0) }, events: events,
      seconds: seconds)
  }

  /// Takes the state of a replicate in a pause; with that of the last one that was asked for, hands over
  /// the state of all.
  func take(_ tape: StateTape, of replicate: Int) {
    handOver { state in
      state.tapes[replicate] = tape
      return state.settle(replicate)
    }
  }

  /// Changes the state, and hands it over where that says so.
  private func handOver(_ change: (inout EnsembleState) -> Bool) {
    let tape = state.withLock { state in change(&state) ? kept(state) : nil }
    if let tape { handing.withLock { _ in keeper(tape) } }
  }

  private func kept(_ state: EnsembleState) -> StateTape {
    var (state, tape) = (state, StateTape())
    state.spent += elapsed
    // Only reading finds faults.
    try? tape.pass(&state)
    return tape
  }

  /// Hands over the state of all where they have paused.
  func end() {
    handOver { $0.ending == .pause && $0.replicates.values.allSatisfy { $0.hasNotFailed } }
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
    handOver { state in
      state.running[replicate.number] = nil
      state.replicates[replicate.number] = replicate
      state.tallies[replicate.number] = tallies
      guard replicate.interruption == nil else {
        state.ending = state.ending ?? .cancel
        state.partial.append(realization)
        return false
      }
      state.tapes[replicate.number] = nil
      state.sizes.add(realization.sizes)
      state.dopants.fold(realization.dopants)
      state.active.remove(replicate.number)
      return state.settle(replicate.number)
    }
  }

  /// All that was handed in so far.
  var ensemble: Ensemble {
    state.withLock { state in
      var (sizes, dopants) = (state.sizes, state.dopants)
      for realization in state.partial {
        sizes.add(realization.sizes)
        dopants.fold(realization.dopants)
      }
      var ensemble = Ensemble(
        sizes: SizeDistributions(edges: [], radii: [], numbers: [], units: []), sizeSD: [],
        depths: depths, speciesNames: experiment.network.species.map(\.name),
        crystalFloor: experiment.crystalFloor,
        wallTime: state.spent + elapsed)
      ensemble.replicates = state.replicates.values.sorted { $0.number < $1.number }
      let volumes = ensemble.times.indices.map { ensemble.frames(at: $0)[0].volume }
      (ensemble.sizes, ensemble.sizeSD) = sizes.distributions(
        volumes: volumes, replicates: ensemble.reached, on: experiment.ladder)
      ensemble.fineSizes = sizes.fineDistributions(
        volumes: volumes, replicates: ensemble.reached, on: experiment.ladder)
      ensemble.dopants = dopants
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
