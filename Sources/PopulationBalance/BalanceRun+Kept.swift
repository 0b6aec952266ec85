import Checkpoints
import Sundials
import Synthesis

/// What an integrator holds: a time, s, and the state then.
struct IntegratedState: Sendable {
  var time = 0.0
  var amounts: [Double] = []
}

extension IntegratedState: KeepableValue {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&time)
    try tape.pass(&amounts)
  }
}

extension FlaskState: Keepable {
  /// Not kept, since no run with sensitivities is: `slopes`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&time)
    try tape.pass(&volume)
    try tape.pass(&amounts)
    try tape.pass(&supplied)
  }
}

extension BalanceRun: Keepable where Balance: Keepable {
  /// Made anew: `interruption`; of this run alone: `earlierJacobians`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("balance")
    try tape.pass(&stretch)
    if tape.isReading {
      let edges = edges
      guard edges.indices.dropFirst().contains(stretch) else {
        throw .mismatch(part: "a stretch of the recipe")
      }
      balance.enter(edges[stretch - 1]...edges[stretch])
    }
    try tape.pass(&balance)
    try tape.pass(&present)
    try tape.pass(&flask)
    try tape.pass(&statistics)
    try tape.pass(&lastRestart)
    try tape.mark("course")
    try tape.pass(&course)
    try tape.pass(&recorder)
  }

  /// Goes through the experiment, or takes up what was kept of it and goes through the rest.
  mutating func integrate(
    from kept: StateTape?, _ observe: (BalanceProgress) -> Continuation,
    _ keep: (StateTape) -> Void
  ) {
    if let kept {
      do throws(Interruption) {
        try takeUp(kept)
      } catch {
        interruption = error
        return
      }
    }
    integrate(observe) { run, integrator in keep(run.kept(integrator)) }
  }

  private mutating func takeUp(_ kept: StateTape) throws(Interruption) {
    let untouched = self
    do throws(StateTapeError) {
      var tape = kept.rewound
      try pass(&tape)
      try tape.end()
    } catch {
      self = untouched
      throw Interruption(notTakenUp: error)
    }
    if var present {
      balance.widen(&present.amounts)
      self.present = present
      statistics.resumed.append(present.time)
    }
    (earlierJacobians, statistics.jacobians) = (statistics.jacobians, 0)
  }

  /// All that goes on from the last step.
  private func kept(_ integrator: borrowing StiffIntegrator<Balance>) -> StateTape {
    var (run, tape) = (self, StateTape())
    run.balance = integrator.problem
    run.present = IntegratedState(
      time: integrator.time,
      amounts: integrator.withState { state in state.indices.map { state[$0] } })
    run.statistics.add(integrator.statistics)
    run.statistics = run.allStatistics
    // Only reading finds faults.
    try? run.pass(&tape)
    return tape
  }
}

extension Interruption {
  /// A run that cannot go on from what was kept of it.
  init(notTakenUp error: StateTapeError) {
    self.init(
      cause: .failed, time: 0, reason: "what was kept of the run cannot be taken up: \(error)")
  }
}
