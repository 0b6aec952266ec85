import Sundials
import Synthesis

/// One of several stirred tanks, with the integrator that it owns.
final class Tank<Balance: FedBalance> {
  private var integrator: StiffIntegrator<Balance>
  private var flask: FlaskState
  private var finished = RunStatistics()
  /// What it held over its last step.
  private(set) var lastStep: DenseOutput

  init(_ experiment: Experiment) throws(Interruption) {
    var balance = Balance(experiment)
    let flask = balance.filled(with: experiment)
    integrator = try Balance.failing(at: 0) { () throws(SundialsError) in
      try StiffIntegrator(balance, state: flask.amounts, at: 0)
    }
    self.flask = flask
    lastStep = DenseOutput(end: 0, coefficients: [flask.amounts])
  }

  var time: Double { integrator.time }

  var statistics: RunStatistics {
    var statistics = finished
    statistics.add(integrator.statistics)
    return statistics
  }

  /// Starts a stretch from what is there.
  func enter(_ stretch: ClosedRange<Double>, after before: Tank?) throws(Interruption) {
    finished.add(integrator.statistics)
    var balance = integrator.problem
    balance.upstream = before?.lastStep
    flask.time = stretch.lowerBound
    balance.enter(stretch)
    try balance.settle(&flask, &finished)
    integrator.withProblem { $0 = balance }
    let amounts = flask.amounts
    try Balance.failing(at: stretch.lowerBound) { () throws(SundialsError) in
      try integrator.restart(at: stretch.lowerBound, from: amounts)
    }
    lastStep = DenseOutput(end: stretch.lowerBound, coefficients: [amounts])
    try Balance.tend(&integrator, &finished)
  }

  /// Takes one step, never past `stop`, fed by what the tank before held over its own last step.
  func step(toward stop: Double, after before: Tank?) throws(Interruption) {
    if let before {
      integrator.withProblem { $0.upstream = before.lastStep }
      try Balance.makeRoom(for: before.finished.largestCluster, in: &integrator, &finished)
    }
    lastStep = try Balance.failing(at: time) { () throws(SundialsError) in
      try integrator.step(toward: stop)
      return try integrator.lastStep()
    }
    try Balance.tend(&integrator, &finished)
  }

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
    var state = lastStep.state(at: time)
    // The grid may have grown since.
    state.resize(to: integrator.withState { $0.count })
    recorder.record(state, at: time, supplied: supplied(at: time, in: stretch), of: &balance)
  }

  private func supplied(at time: Double, in stretch: ClosedRange<Double>) -> Double {
    flask.supplied + integrator.problem.suppliedPerSecond * (time - stretch.lowerBound)
  }
}
