import Checkpoints
import Sundials
import Synthesis

/// One of several stirred tanks, with the integrator that it owns.
final class Tank<Balance: FedBalance> {
  private var integrator: StiffIntegrator<Balance>
  private var flask: FlaskState
  private var finished = RunStatistics()
  /// Jacobians of runs before this one, of which it is the rest.
  private var earlierJacobians = 0
  /// What was read of a tape, and the integrator does not know yet.
  private var resumption: IntegratedState?
  /// What it held over its last steps, as far as the next tank still needs it.
  private(set) var history: StepHistory

  init(_ experiment: Experiment) throws(Interruption) {
    var balance = Balance(experiment)
    let flask = balance.filled(with: experiment)
    integrator = try Balance.failing(at: 0) { () throws(SundialsError) in
      try StiffIntegrator(balance, state: flask.amounts, at: 0)
    }
    self.flask = flask
    history = StepHistory(flask.amounts, at: 0)
  }

  var time: Double { integrator.time }

  var statistics: RunStatistics {
    var statistics = finished
    statistics.add(integrator.statistics)
    statistics.jacobians += earlierJacobians
    return statistics
  }

  /// Passes all that the tank is by a tape; where that is read, the integrator starts again from there.
  ///
  /// - Parameter stretch: that it is in.
  func pass(
    _ tape: inout StateTape, in stretch: ClosedRange<Double>, after before: Tank?
  ) throws(StateTapeError) where Balance: Keepable {
    try tape.mark("tank")
    var balance = integrator.problem
    if tape.isReading {
      balance.upstream = before?.history
      balance.enter(stretch)
    }
    try tape.pass(&balance)
    var present = IntegratedState(
      time: time, amounts: integrator.withState { state in state.indices.map { state[$0] } })
    try tape.pass(&present)
    try tape.pass(&flask)
    var all = statistics
    try tape.pass(&all)
    try tape.pass(&history)
    guard tape.isReading else { return }
    finished = all
    earlierJacobians = all.jacobians
    balance.widen(&present.amounts)
    integrator.withProblem { $0 = balance }
    resumption = present
  }

  /// Starts the integrator again from what was read.
  func takeUp() throws(Interruption) {
    guard let present = resumption else { return }
    resumption = nil
    try Balance.failing(at: present.time) { () throws(SundialsError) in
      try integrator.restart(at: present.time, from: present.amounts)
    }
    try Balance.tend(&integrator, &finished)
  }

  /// Starts a stretch from what is there.
  func enter(_ stretch: ClosedRange<Double>, after before: Tank?) throws(Interruption) {
    finished.add(integrator.statistics)
    var balance = integrator.problem
    balance.upstream = before?.history
    flask.time = stretch.lowerBound
    balance.enter(stretch)
    try balance.settle(&flask, &finished)
    integrator.withProblem { $0 = balance }
    let amounts = flask.amounts
    try Balance.failing(at: stretch.lowerBound) { () throws(SundialsError) in
      try integrator.restart(at: stretch.lowerBound, from: amounts)
    }
    history = StepHistory(amounts, at: stretch.lowerBound)
    try Balance.tend(&integrator, &finished)
  }

  /// Whether the tank before is so far that what it held is known over the next step.
  func canStep(toward stop: Double, after before: Tank?) -> Bool {
    // A rest of a few roundings is no step.
    guard stop - time > 16 * stop.ulp else { return false }
    guard let before, stop - before.time > 16 * stop.ulp else { return true }
    return before.time > time && before.time >= time + integrator.nextStep
  }

  /// Takes one step, never past `stop`, fed by what the tank before held.
  func step(toward stop: Double, after before: Tank?) throws(Interruption) {
    var stop = stop
    if let before {
      before.history.forget(before: time)
      integrator.withProblem { $0.upstream = before.history }
      try Balance.makeRoom(for: before.finished.largestCluster, in: &integrator, &finished)
      // The first step's length is not known beforehand.
      if integrator.nextStep == 0 { stop = before.time }
    }
    let step = try Balance.failing(at: time) { () throws(SundialsError) in
      try integrator.step(toward: stop)
      return try integrator.lastStep()
    }
    history.append(step)
    try Balance.tend(&integrator, &finished)
  }

  /// Gives up all steps but the last: nothing is fed by them.
  func forgetHistory() { history.forget(before: time) }

  /// Keeps what is there at the end of a stretch.
  func leave(_ stretch: ClosedRange<Double>) {
    flask.supplied = supplied(at: stretch.upperBound, in: stretch)
    flask.amounts = integrator.withState { state in state.indices.map { state[$0] } }
  }

  /// Records the tank at a time within its last step.
  func record(
    at time: Double, in stretch: ClosedRange<Double>, by recorder: inout Recorder
  ) {
    var balance = integrator.problem
    var state = history.state(at: time)
    // The grid may have grown since.
    balance.widen(&state)
    let flask = FlaskState(
      time: time, volume: balance.volume(at: time), amounts: state,
      supplied: supplied(at: time, in: stretch))
    recorder.record(flask, of: &balance)
  }

  private func supplied(at time: Double, in stretch: ClosedRange<Double>) -> Double {
    flask.supplied + integrator.problem.suppliedPerSecond * (time - stretch.lowerBound)
  }
}
