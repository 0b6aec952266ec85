import Checkpoints
import Synthesis

/// How far an ensemble is: what is whole, and what of the rest has been kept.
struct EnsembleState: Sendable {
  /// The first replicate of the round that is being drawn.
  var round = 0
  var waiting: ArraySlice<Int> = []
  /// Replicates that have been begun and are not whole.
  var active: Set<Int> = []
  /// Of these, the ones whose state is still awaited.
  var owed: Set<Int> = []
  var replicates: [Int: Ensemble.Replicate] = [:]
  var tallies: [Int: [[DopantTally]]] = [:]
  /// Of whole replicates.
  var sizes = SizeStatistics()
  var dopants: [[DopantStatistics]] = []
  var running: [Int: RealizationProgress] = [:]
  /// Replicates that ended before their time, which no kept state counts.
  var partial: [Realization] = []
  /// The latest state of each that is not whole.
  var tapes: [Int: StateTape] = [:]
  /// How all of it is to end, where it is.
  var ending: Continuation?
  /// What was spent before this state was taken up, s.
  var spent = 0.0

  /// A replicate has given its state, or needs not any more; true where it was the last one awaited.
  mutating func settle(_ replicate: Int) -> Bool {
    owed.remove(replicate) != nil && owed.isEmpty && ending == nil
  }
}

extension EnsembleState: Keepable {
  /// Made anew, when a round opens: `waiting`; as replicates are drawn: `active`, `owed`, `running`, `partial`,
  /// `ending`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("ensemble")
    try tape.pass(&round)
    try tape.pass(&spent)
    var whole = replicates.filter { $0.value.interruption == nil }
    try tape.pass(&whole)
    var tallied = tallies.filter { whole[$0.key] != nil }
    try tape.pass(&tallied)
    try tape.pass(&sizes)
    try tape.pass(&dopants)
    try tape.pass(&tapes)
    guard tape.isReading else { return }
    (replicates, tallies) = (whole, tallied)
  }
}

extension EnsembleState {
  /// Takes up what was kept, or says why it cannot be.
  mutating func takeUp(_ kept: StateTape) -> Interruption? {
    let untouched = self
    do throws(StateTapeError) {
      var tape = kept.rewound
      try pass(&tape)
      try tape.end()
      return nil
    } catch {
      self = untouched
      return Interruption(
        cause: .failed, time: 0, reason: "what was kept of the run cannot be taken up: \(error)")
    }
  }
}

extension Ensemble.Replicate {
  var hasNotFailed: Bool { interruption?.cause != .failed }
}

extension [[DopantStatistics]] {
  /// Folds in what a replicate holds, time by time.
  mutating func fold(_ samples: [[DopantSample]]) {
    for (time, kinds) in samples.enumerated() {
      if time == count { append(kinds.map { _ in DopantStatistics() }) }
      for (kind, sample) in kinds.enumerated() { self[time][kind].fold(sample) }
    }
  }
}
