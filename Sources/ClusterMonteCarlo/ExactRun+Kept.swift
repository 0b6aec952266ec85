import Checkpoints
import Kinetics
import Sampling
import Synthesis

/// Who hears of a realization while it is drawn.
struct RealizationListener {
  /// Hears how far it is, and says how it goes on.
  let observe: (RealizationProgress) -> Continuation
  /// Takes its state where that was asked for.
  let keep: (StateTape) -> Void
  /// Candidates of events from one pause to the next; nil for so many that pauses cost nothing.
  var patience: Int?
}

extension ExactRun: Keepable where Population: ~Copyable {
  /// What this is in a pause.
  ///
  /// A pause comes after so many candidates of events, in every run, and whatever follows from other parts is
  /// then made anew: so a run that goes on from here draws the same numbers from the same bounds as one that
  /// was never stopped. Made anew: `flow`, `bounds`, `chemistry`, `births`, `coalescence`, `cargoRates`, `box`,
  /// `birthBox`, `cargoBox`, `monomers`, `warmth`, `isExpired`, `dilution`, `area`, `sideRate`, `spell`; by the clock: `started`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("run")
    try tape.pass(&stretch)
    try tape.pass(&time)
    try tape.pass(&stream)
    if tape.isReading { try enterKept() }
    try tape.pass(&surroundings)
    try tape.pass(&molecules)
    try tape.pass(&floor)
    try tape.mark("particles")
    var room = population.room
    try tape.pass(&room)
    try tape.pass(&population)
    if tape.isReading { makeRoomAtStart(for: room) }
    try tape.mark("books")
    try tape.pass(&ledger)
    try tape.pass(&watch)
    try tape.pass(&cargo)
    try tape.pass(&statistics)
  }

  /// Adds the time since the clock was last stopped.
  mutating func stopClock() {
    let now = ContinuousClock.now
    statistics.wallTime += (now - started) / .seconds(1)
    started = now
  }

  /// Makes the liquid ready for the stretch that was kept.
  private mutating func enterKept() throws(StateTapeError) {
    let edges = edges
    guard edges.indices.dropFirst().contains(stretch),
      (edges[stretch - 1]...edges[stretch]).contains(time)
    else { throw .mismatch(part: "a stretch of the recipe") }
    let span = edges[stretch - 1]...edges[stretch]
    surroundings.enter(span)
    flow.enter(span, of: experiment, share: surroundings.share)
  }

  /// Takes up what was kept.
  mutating func takeUp(
    _ kept: StateTape, _ recorder: inout SampleRecorder
  ) throws(Interruption) {
    let untouched = recorder
    do throws(StateTapeError) {
      var tape = kept.rewound
      try pass(&tape)
      try recorder.pass(&tape)
      try tape.end()
    } catch {
      recorder = untouched
      throw Interruption(
        cause: .failed, time: 0, reason: "what was kept of the run cannot be taken up: \(error)")
    }
  }

  /// All that goes on from here, with what was recorded.
  mutating func kept(_ recorder: borrowing SampleRecorder) -> StateTape {
    stopClock()
    var tape = StateTape()
    var recorder = copy recorder
    // Only reading finds faults.
    try? pass(&tape)
    try? recorder.pass(&tape)
    return tape
  }

  /// Makes anew whatever follows from what is kept.
  mutating func renew() throws(Interruption) {
    spell = fullSpell
    population.forget()
    box.until = time
    try makeWindow()
  }

  /// Candidates from one pause to the next: so many that making windows and lists anew costs little.
  var fullSpell: Int {
    patience ?? (1 << 22 + 16 * (population.room + population.count)) / population.candidateCost
  }
}
