import Kinetics
import Sundials
import Synthesis

/// The mean of the kinetics in one of its numerical forms, as a run needs it.
protocol FlaskBalance: StiffProblem, Sendable {
  init(_ experiment: Experiment)

  /// All units that there are or will be, mol.
  var scale: Double { get }
  /// Units that flow in per second during the stretch, mol/s.
  var suppliedPerSecond: Double { get }

  /// The flask as the scenario fills it.
  mutating func filled(with experiment: Experiment) -> FlaskState
  /// Adds liquid all at once.
  mutating func inject(_ injection: Injection, into state: inout FlaskState)
  /// Gives a state of earlier room for what there is now.
  func widen(_ state: inout [Double])
  /// Sets concentrations anew.
  func set(_ settings: [FlaskEvent.Setting], in state: inout FlaskState)
  /// Does what a recipe does all at once at the time of the flask.
  mutating func change(_ flask: inout FlaskState, by recipe: Recipe)
  /// Brings to the end of a stretch what no integrator follows.
  func leave(_ stretch: ClosedRange<Double>, _ flask: inout FlaskState)
  /// Sets the balance to a stretch of time.
  mutating func enter(_ stretch: ClosedRange<Double>)
  func volume(at time: Double) -> Double
  /// Makes room for what is in the flask, or refuses.
  mutating func settle(
    _ flask: inout FlaskState, _ statistics: inout RunStatistics
  ) throws(Interruption)
  /// Looks after the state between two steps: where it is occupied, and what it must become.
  static func tend(
    _ integrator: inout StiffIntegrator<Self>, _ statistics: inout RunStatistics
  ) throws(Interruption)
  /// The flask after a step, as far as milestones need it.
  mutating func glance(at state: Span<Double>, time: Double, supplied: Double) -> Glance
  /// The flask at a time, and its particles for the size distribution.
  mutating func look(at state: [Double], time: Double, supplied: Double) -> (Frame, Population)

  /// Units by which what flows in per second changes with each parameter, mol/s.
  var suppliedPerSecondSlopes: [Double] { get }
  /// How what is recorded of a flask changes with each parameter.
  mutating func slopes(of flask: FlaskState) -> [Slope]
}

extension FlaskBalance {
  mutating func change(_ flask: inout FlaskState, by recipe: Recipe) {
    for injection in recipe.injections
    where injection.duration == 0 && injection.time == flask.time {
      inject(injection, into: &flask)
    }
    for event in recipe.events(at: flask.time) { set(event.settings, in: &flask) }
  }

  func leave(_ stretch: ClosedRange<Double>, _ flask: inout FlaskState) {
    flask.volume = volume(at: stretch.upperBound)
  }

  func widen(_ state: inout [Double]) {}

  var suppliedPerSecondSlopes: [Double] { [] }
  mutating func slopes(of flask: FlaskState) -> [Slope] { [] }

  /// Says of a failure at which simulated time it happened.
  static func failing<Answer: ~Copyable>(
    at time: Double, _ body: () throws(SundialsError) -> Answer
  ) throws(Interruption) -> Answer {
    do throws(SundialsError) {
      return try body()
    } catch {
      throw Interruption(cause: .failed, time: time, reason: error.description)
    }
  }
}
