import Kinetics
import Sundials
import Synthesis

/// One integration of an experiment, stretch by stretch between abrupt changes.
struct BalanceRun<Balance: FlaskBalance> {
  let experiment: Experiment
  var balance: Balance
  /// At the start of the stretch.
  var flask: FlaskState
  var recorder: Recorder
  /// The flask after every step and every abrupt change: what the milestones are found on.
  var course: [Glance] = []
  var statistics = RunStatistics()
  /// Jacobians of runs before this one, of which it is the rest.
  var earlierJacobians = 0
  var interruption: Interruption?
  /// When the integrator last had to start again, s.
  var lastRestart = -Double.infinity
  /// The stretch of the recipe that it is in, the first of which is 1.
  var stretch = 0
  /// Where it goes on, within the stretch; nil at its start.
  var present: IntegratedState?

  init(_ experiment: Experiment) {
    self.init(experiment, Balance(experiment))
  }

  init(_ experiment: Experiment, _ balance: Balance, keepingPopulations: Bool = false) {
    self.experiment = experiment
    self.balance = balance
    flask = self.balance.filled(with: experiment)
    recorder = Recorder(experiment)
    recorder.keepsPopulations = keepingPopulations
  }

  /// What was reached.
  var trajectory: Trajectory {
    recorder.trajectory(allStatistics, interruption, milestones: Milestones(of: course))
  }

  /// With those of the runs of which this is the rest.
  var allStatistics: RunStatistics {
    var all = statistics
    all.jacobians += earlierJacobians
    return all
  }

  /// What was reached, with its slopes.
  var sensitive: SensitiveTrajectory { recorder.sensitive(trajectory) }

  /// What was reached, as streams that flow together.
  func trajectory(
    mixing mixtures: [(time: Double, ages: [(frame: Int, share: Double)])]
  ) -> Trajectory {
    recorder.mixed(mixtures).trajectory(allStatistics, interruption)
  }

  /// Goes through the experiment, or from where it is through the rest of it.
  ///
  /// - Parameter keep: asked after a step where the state is to be kept.
  mutating func integrate(
    _ observe: (BalanceProgress) -> Continuation,
    keeping keep: (Self, borrowing StiffIntegrator<Balance>) -> Void = { _, _ in }
  ) {
    do throws(Interruption) {
      try DenormalsFlushed.run { () throws(Interruption) in
        try integrateStretches(observe, keep)
      }
    } catch {
      interruption = error
    }
  }

  /// The times at which something abrupt happens, s, start and end among them.
  var edges: [Double] {
    [0] + experiment.recipe.breakpoints(before: experiment.duration) + [experiment.duration]
  }

  private mutating func integrateStretches(
    _ observe: (BalanceProgress) -> Continuation,
    _ keep: (Self, borrowing StiffIntegrator<Balance>) -> Void
  ) throws(Interruption) {
    let edges = edges
    if present == nil {
      try enter(edges[0]...edges[1])
      stretch = 1
    }
    let start = present ?? IntegratedState(time: 0, amounts: flask.amounts)
    var integrator = try Balance.failing(at: start.time) { () throws(SundialsError) in
      try StiffIntegrator(
        balance, state: start.amounts, slopes: flask.slopes.map(\.amounts), at: start.time)
    }
    for index in stretch..<edges.count {
      let stretch = edges[index - 1]...edges[index]
      if index > self.stretch {
        self.stretch = index
        balance = integrator.problem
        try enter(stretch)
        let (flask, balance) = (flask, balance)
        integrator.withProblem { $0 = balance }
        try Balance.failing(at: stretch.lowerBound) { () throws(SundialsError) in
          try integrator.restart(
            at: stretch.lowerBound, from: flask.amounts, slopes: flask.slopes.map(\.amounts))
        }
      }
      // Also of a stretch that ends early.
      defer { statistics.add(integrator.statistics) }
      try integrate(&integrator, over: stretch, observe, keep)
    }
  }

  /// Does what is done at once at the start of a stretch, and makes the balance ready for it.
  private mutating func enter(_ stretch: ClosedRange<Double>) throws(Interruption) {
    flask.time = stretch.lowerBound
    balance.change(&flask, by: experiment.recipe)
    balance.enter(stretch)
    try balance.settle(&flask, &statistics)
    let amounts = flask.amounts
    course.append(
      balance.glance(at: amounts.span, time: stretch.lowerBound, supplied: flask.supplied))
    while recorder.next == stretch.lowerBound {
      recorder.record(flask, of: &balance)
    }
  }

  private mutating func integrate(
    _ integrator: inout StiffIntegrator<Balance>, over stretch: ClosedRange<Double>,
    _ observe: (BalanceProgress) -> Continuation,
    _ keep: (Self, borrowing StiffIntegrator<Balance>) -> Void
  ) throws(Interruption) {
    let supplied = flask.supplied
    let perSecond = balance.suppliedPerSecond
    guard !isNegligible(stretch) else { return pass(stretch) }
    try Balance.tend(&integrator, &statistics)
    while integrator.time < stretch.upperBound {
      try step(&integrator, toward: stretch.upperBound)
      try record(&integrator, until: stretch, supplied: supplied, perSecond: perSecond)
      follow(integrator, supplied: supplied + perSecond * (integrator.time - stretch.lowerBound))
      try Balance.tend(&integrator, &statistics)
      let progress = BalanceProgress(
        time: integrator.time, end: experiment.duration,
        steps: statistics.steps + integrator.statistics.steps, largest: statistics.largestCluster)
      let answer = observe(progress)
      if answer == .keep || answer == .pause { keep(self, integrator) }
      guard answer.goesOn else {
        throw Interruption(
          cause: .cancelled, time: integrator.time, reason: "the run was stopped")
      }
    }
    flask.amounts = integrator.withState { state in state.indices.map { state[$0] } }
    let slopes = try slopes(of: integrator, at: stretch.upperBound, since: stretch.lowerBound)
    flask.supplied = supplied + perSecond * (stretch.upperBound - stretch.lowerBound)
    flask.slopes = slopes
    balance.leave(stretch, &flask)
  }

  /// Takes a step; where the integrator cannot go on, it starts again once from where it is, without
  /// its history.
  private mutating func step(
    _ integrator: inout StiffIntegrator<Balance>, toward end: Double
  ) throws(Interruption) {
    do throws(SundialsError) {
      return try integrator.step(toward: end)
    } catch {
      let time = integrator.time
      guard time > lastRestart else {
        throw Interruption(cause: .failed, time: time, reason: error.description)
      }
      lastRestart = time
      statistics.add(integrator.statistics)
      let state = integrator.withState { state in state.indices.map { state[$0] } }
      try Balance.failing(at: time) { () throws(SundialsError) in
        let slopes = try integrator.slopes(at: time)
        try integrator.restart(at: time, from: state, slopes: slopes)
      }
    }
  }

  /// Whether two abrupt changes differ by no more than round-off.
  private func isNegligible(_ stretch: ClosedRange<Double>) -> Bool {
    stretch.upperBound - stretch.lowerBound <= 16 * stretch.upperBound.ulp
  }

  /// Goes on to the end of a stretch in which nothing can happen.
  private mutating func pass(_ stretch: ClosedRange<Double>) {
    balance.leave(stretch, &flask)
    guard stretch.upperBound == experiment.duration else { return }
    for output in experiment.outputs[recorder.frames.count...]
    where output <= stretch.upperBound {
      var flask = flask
      flask.time = output
      recorder.record(flask, of: &balance)
    }
  }

  /// Records the outputs that the last step passed; at an abrupt change, the flask after it.
  private mutating func record(
    _ integrator: inout StiffIntegrator<Balance>, until stretch: ClosedRange<Double>,
    supplied: Double, perSecond: Double
  ) throws(Interruption) {
    while let output = recorder.next, output <= integrator.time {
      let isAtChange = output == stretch.upperBound && output < experiment.duration
      guard !isAtChange else { return }
      let state = try Balance.failing(at: output) { () throws(SundialsError) in
        try integrator.state(at: output)
      }
      var balance = integrator.problem
      let flask = FlaskState(
        time: output, volume: balance.volume(at: output), amounts: state,
        supplied: supplied + perSecond * (output - stretch.lowerBound),
        slopes: try slopes(of: integrator, at: output, since: stretch.lowerBound))
      recorder.record(flask, of: &balance)
    }
  }

  /// How the flask changes with each parameter at a time within the last step.
  private func slopes(
    of integrator: borrowing StiffIntegrator<Balance>, at time: Double, since start: Double
  ) throws(Interruption) -> [FlaskSlope] {
    guard !flask.slopes.isEmpty else { return [] }
    let amounts: [[Double]]
    do throws(SundialsError) {
      amounts = try integrator.slopes(at: time)
    } catch {
      throw Interruption(cause: .failed, time: time, reason: error.description)
    }
    return zip(zip(flask.slopes, amounts), balance.suppliedPerSecondSlopes).map {
      known, perSecond in
      FlaskSlope(
        volume: known.0.volume, amounts: known.1,
        supplied: known.0.supplied + perSecond * (time - start))
    }
  }

  /// Adds the flask after a step to the course.
  private mutating func follow(
    _ integrator: borrowing StiffIntegrator<Balance>, supplied: Double
  ) {
    // A copy, so that to look changes nothing.
    var balance = integrator.problem
    let time = integrator.time
    course.append(
      integrator.withState { balance.glance(at: $0, time: time, supplied: supplied) })
  }
}
