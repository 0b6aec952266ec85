import Kinetics
import Sundials
import Synthesis

/// Stirred tanks one after another, each with a population of its own.
///
///     dX_k/dt = ... + (X_(k-1) - X_k)/τ,  dy_k/dt = ... + (y_(k-1) - y_k)/τ
///
/// All start with what the recipe fills one of them with. After every step of a tank the next one
/// follows to its end, and is fed by the polynomial that the first one's integrator has of that step.
/// So nothing is interpolated anew, and no history is kept. The frames are those of the last tank.
struct TankSeries<Balance: FedBalance> {
  private let experiment: Experiment
  private let count: Int
  private var tanks: [Tank<Balance>] = []
  private var recorder: Recorder
  private var interruption: Interruption?

  init(_ experiment: Experiment, count: Int) {
    self.experiment = experiment
    self.count = count
    recorder = Recorder(experiment)
  }

  /// What was reached.
  var trajectory: Trajectory { recorder.trajectory(statistics, interruption) }

  private var statistics: RunStatistics {
    tanks.reduce(into: RunStatistics()) { sum, tank in
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

  mutating func integrate(_ observe: (BalanceProgress) -> Continuation) {
    do throws(Interruption) {
      try DenormalsFlushed.run { () throws(Interruption) in try integrateStretches(observe) }
    } catch {
      interruption = error
    }
  }

  private mutating func integrateStretches(
    _ observe: (BalanceProgress) -> Continuation
  ) throws(Interruption) {
    for _ in 0..<count { tanks.append(try Tank(experiment)) }
    let breakpoints = experiment.recipe.breakpoints(before: experiment.duration)
    let edges = [0] + breakpoints + [experiment.duration]
    for index in 1..<edges.count {
      let stretch = edges[index - 1]...edges[index]
      for place in tanks.indices { try tanks[place].enter(stretch, after: before(place)) }
      record(upTo: stretch.lowerBound, in: stretch)
      try march(0, to: stretch.upperBound, in: stretch, observe)
      if index == edges.count - 1 { record(upTo: experiment.duration, in: stretch) }
      for tank in tanks { tank.leave(stretch) }
    }
  }

  private func before(_ place: Int) -> Tank<Balance>? { place > 0 ? tanks[place - 1] : nil }

  /// Takes a tank to a time, and behind every step of it the tanks that it feeds.
  private mutating func march(
    _ place: Int, to stop: Double, in stretch: ClosedRange<Double>,
    _ observe: (BalanceProgress) -> Continuation
  ) throws(Interruption) {
    let tank = tanks[place]
    // A rest of a few roundings is left to the next step.
    while stop - tank.time > 16 * stop.ulp {
      try tank.step(toward: stop, after: before(place))
      guard place == tanks.count - 1 else {
        try march(place + 1, to: tank.time, in: stretch, observe)
        continue
      }
      record(upTo: min(tank.time, stretch.upperBound.nextDown), in: stretch)
      let statistics = statistics
      let progress = BalanceProgress(
        time: tank.time, end: experiment.duration, steps: statistics.steps,
        largest: statistics.largestCluster)
      guard observe(progress) == .proceed else {
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
