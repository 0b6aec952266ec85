import Checkpoints
import Kinetics
import Sundials
import Synthesis

/// Stirred tanks one after another, each with a population of its own.
///
///     dX_k/dt = ... + (X_(k-1) - X_k)/τ,  dy_k/dt = ... + (y_(k-1) - y_k)/τ
///
/// All start with what the recipe fills one of them with. Behind every step of a tank the next one follows
/// as far as its own steps fit into what is known of the first, which is the polynomial that the first
/// one's integrator has of each step: nothing is interpolated anew, and little is kept. The frames are
/// those of the last tank.
struct TankSeries<Balance: FedBalance & Keepable> {
  private let experiment: Experiment
  private let count: Int
  private var tanks: [Tank<Balance>] = []
  private var recorder: Recorder
  private var interruption: Interruption?
  /// The stretch of the recipe that it is in, the first of which is 1.
  private var stretch = 0
  /// Simulated times at which it was taken up again, s.
  private var resumed: [Double] = []

  init(_ experiment: Experiment, count: Int) {
    self.experiment = experiment
    self.count = count
    recorder = Recorder(experiment)
  }

  /// What was reached.
  var trajectory: Trajectory { recorder.trajectory(statistics, interruption) }

  private var statistics: RunStatistics {
    var start = RunStatistics()
    start.resumed = resumed
    return tanks.reduce(into: start) { sum, tank in
      let part = tank.statistics
      sum.steps += part.steps
      sum.rightHandSides += part.rightHandSides
      sum.nonlinearIterations += part.nonlinearIterations
      sum.jacobians += part.jacobians
      sum.errorTestFailures += part.errorTestFailures
      sum.convergenceFailures += part.convergenceFailures
      sum.largestCluster = max(sum.largestCluster, part.largestCluster)
      sum.largestNegative = min(sum.largestNegative, part.largestNegative)
      sum.shareNearTop = max(sum.shareNearTop, part.shareNearTop)
    }
  }

  /// Goes through the experiment, or takes up what was kept of it and goes through the rest.
  mutating func integrate(
    from kept: StateTape?, _ observe: (BalanceProgress) -> Continuation,
    _ keep: (StateTape) -> Void
  ) {
    do throws(Interruption) {
      try DenormalsFlushed.run { () throws(Interruption) in
        try integrateStretches(from: kept, observe, keep)
      }
    } catch {
      interruption = error
    }
  }

  /// The times at which something abrupt happens, s, start and end among them.
  private var edges: [Double] {
    [0] + experiment.recipe.breakpoints(before: experiment.duration) + [experiment.duration]
  }

  private mutating func integrateStretches(
    from kept: StateTape?, _ observe: (BalanceProgress) -> Continuation,
    _ keep: (StateTape) -> Void
  ) throws(Interruption) {
    for _ in 0..<count { tanks.append(try Tank(experiment)) }
    if let kept { try takeUp(kept) }
    let (edges, first) = (edges, stretch)
    for index in max(1, stretch)..<edges.count {
      stretch = index
      let stretch = edges[index - 1]...edges[index]
      if index > first {
        for place in tanks.indices { try tanks[place].enter(stretch, after: before(place)) }
        record(upTo: stretch.lowerBound, in: stretch)
      } else {
        // The last tanks first: they were on their way when it was kept.
        for place in tanks.indices.dropFirst().reversed() {
          try march(place, through: stretch, observe, keep)
        }
      }
      try march(0, through: stretch, observe, keep)
      if index == edges.count - 1 { record(upTo: experiment.duration, in: stretch) }
      for tank in tanks { tank.leave(stretch) }
    }
  }

  private func before(_ place: Int) -> Tank<Balance>? { place > 0 ? tanks[place - 1] : nil }

  /// Takes a tank as far as the one before allows, and behind every step of it the tanks that it feeds.
  private mutating func march(
    _ place: Int, through stretch: ClosedRange<Double>,
    _ observe: (BalanceProgress) -> Continuation, _ keep: (StateTape) -> Void
  ) throws(Interruption) {
    let tank = tanks[place]
    while tank.canStep(toward: stretch.upperBound, after: before(place)) {
      try tank.step(toward: stretch.upperBound, after: before(place))
      guard place == tanks.count - 1 else {
        try march(place + 1, through: stretch, observe, keep)
        continue
      }
      record(upTo: min(tank.time, stretch.upperBound.nextDown), in: stretch)
      let statistics = statistics
      let progress = BalanceProgress(
        time: tank.time, end: experiment.duration, steps: statistics.steps,
        largest: statistics.largestCluster)
      tank.forgetHistory()
      let answer = observe(progress)
      if answer == .keep || answer == .pause { keep(kept()) }
      guard answer.goesOn else {
        throw Interruption(cause: .cancelled, time: tank.time, reason: "the run was stopped")
      }
    }
  }

  /// Records the outputs up to a time; at an abrupt change, the tank after it.
  private mutating func record(upTo time: Double, in stretch: ClosedRange<Double>) {
    while let output = recorder.next, output <= time {
      tanks[count - 1].record(at: output, in: stretch, by: &recorder)
    }
  }
}

// MARK: - Keeping

extension TankSeries: Keepable {
  /// All of each of the `tanks`, in their order.
  ///
  /// Made anew: `interruption`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("tanks")
    try tape.pass(&stretch)
    try tape.pass(&resumed)
    let edges = edges
    guard edges.indices.dropFirst().contains(stretch) else {
      throw .mismatch(part: "a stretch of the recipe")
    }
    for place in tanks.indices {
      try tanks[place].pass(
        &tape, in: edges[stretch - 1]...edges[stretch], after: before(place))
    }
    try tape.pass(&recorder)
  }

  private mutating func takeUp(_ kept: StateTape) throws(Interruption) {
    let untouched = recorder
    do throws(StateTapeError) {
      var tape = kept.rewound
      try pass(&tape)
      try tape.end()
    } catch {
      recorder = untouched
      throw Interruption(notTakenUp: error)
    }
    for tank in tanks { try tank.takeUp() }
    if let last = tanks.last { resumed.append(last.time) }
  }

  /// All that goes on from the last steps.
  private mutating func kept() -> StateTape {
    var tape = StateTape()
    // Only reading finds faults.
    try? pass(&tape)
    return tape
  }
}
