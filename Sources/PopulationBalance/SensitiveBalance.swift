import Kinetics
import Sundials
import Synthesis

/// A balance on a grid with its neighbours at other values of some parameters.
///
///     ds/dt = ∂f/∂y s + [f(p + h, y) - f(p - h, y)]/2h        s = dy/dp
///
/// The neighbours are balances themselves, so that whatever a parameter does to laws, recipe or
/// contents is in their rates already. All stand on the same cells.
struct SensitiveBalance: Sendable {
  /// How strict the tolerance on slopes is beside that on the state.
  ///
  /// At one, twice as many steps are taken as the state needs, and slopes at a relative tolerance of
  /// 1e-6 are exact to 3e-6. At a tenth a sixth more are taken; slopes at the same tolerance are then
  /// off by up to 1e-4 where a burst begins, and at 1e-7 are what they were.
  private static let strictness = 0.1

  private(set) var resolved: GridBalance
  private var neighbours: [Neighbours]

  init(_ experiment: Experiment, along directions: [Direction]) {
    resolved = GridBalance(experiment)
    neighbours = directions.map { Neighbours($0, of: experiment) }
  }

  mutating func grow(to largest: Int) {
    resolved.grow(to: largest)
    level()
  }

  /// Gives all the cells of the one that has most.
  private mutating func level() {
    let all = [resolved] + neighbours.flatMap { [$0.lower, $0.upper] }
    guard let widest = all.map(\.transport.cells).max(by: { $0.count < $1.count }) else { return }
    // The largest size whose cell is the last.
    let largest = Int(widest.upperEdge(widest.count) - 0.5)
    resolved.grow(to: largest)
    for place in neighbours.indices { neighbours[place].grow(to: largest) }
  }

  /// Brings a flask and what its neighbours hold to the same cells, and gives it their slopes.
  private mutating func join(
    _ flask: inout FlaskState, _ sides: [(lower: FlaskState, upper: FlaskState)]
  ) {
    level()
    resolved.widen(&flask.amounts)
    flask.slopes = []
    for (neighbours, sides) in zip(neighbours, sides) {
      var (lower, upper) = sides
      resolved.widen(&lower.amounts)
      resolved.widen(&upper.amounts)
      flask.slopes.append(upper.slope(from: lower, over: neighbours.step))
    }
  }
}

extension SensitiveBalance: FlaskBalance {
  init(_ experiment: Experiment) { self.init(experiment, along: []) }

  var scale: Double { resolved.scale }
  var suppliedPerSecond: Double { resolved.suppliedPerSecond }
  var suppliedPerSecondSlopes: [Double] { neighbours.map(\.suppliedPerSecondSlope) }
  func volume(at time: Double) -> Double { resolved.volume(at: time) }

  mutating func filled(with experiment: Experiment) -> FlaskState {
    var flask = resolved.filled(with: experiment)
    join(&flask, neighbours.indices.map { neighbours[$0].filled() })
    return flask
  }

  mutating func inject(_ injection: Injection, into state: inout FlaskState) {
    resolved.inject(injection, into: &state)
  }

  func set(_ settings: [FlaskEvent.Setting], in state: inout FlaskState) {
    resolved.set(settings, in: &state)
  }

  mutating func change(_ flask: inout FlaskState, by recipe: Recipe) {
    let before = flask
    resolved.change(&flask, by: recipe)
    join(&flask, neighbours.indices.map { neighbours[$0].change(before, before.slopes[$0]) })
  }

  mutating func enter(_ stretch: ClosedRange<Double>) {
    resolved.enter(stretch)
    for place in neighbours.indices { neighbours[place].enter(stretch) }
    level()
  }

  func leave(_ stretch: ClosedRange<Double>, _ flask: inout FlaskState) {
    resolved.leave(stretch, &flask)
    for place in neighbours.indices {
      flask.slopes[place].volume = neighbours[place].volumeSlope(at: stretch.upperBound)
    }
  }

  mutating func settle(
    _ flask: inout FlaskState, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    try resolved.settle(&flask, &statistics)
    level()
    widen(&flask)
  }

  private func widen(_ flask: inout FlaskState) {
    resolved.widen(&flask.amounts)
    for place in flask.slopes.indices { resolved.widen(&flask.slopes[place].amounts) }
  }

  static func tend(
    _ integrator: inout StiffIntegrator<SensitiveBalance>, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    try GridBalance.tend(&integrator, &statistics)
  }

  mutating func glance(at state: Span<Double>, time: Double, supplied: Double) -> Glance {
    resolved.glance(at: state, time: time, supplied: supplied)
  }

  mutating func look(
    at state: [Double], time: Double, supplied: Double
  ) -> (Frame, Population) {
    resolved.look(at: state, time: time, supplied: supplied)
  }

  mutating func slopes(of flask: FlaskState) -> [Slope] {
    neighbours.indices.map { neighbours[$0].slope(of: flask, $0) }
  }
}

extension SensitiveBalance: CellHolder {
  var highestOrder: Int { resolved.highestOrder }

  mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    resolved.evaluate(&rates, at: time, state: state)
  }

  func makeJacobian() -> ArrowMatrix { resolved.makeJacobian() }

  mutating func differentiate(
    _ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>
  ) {
    resolved.differentiate(&jacobian, at: time, state: state)
  }

  func invariant(bandCount: Int) -> Invariant? { resolved.invariant(bandCount: bandCount) }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    resolved.weigh(&weights, state: state)
  }

  var directionCount: Int { neighbours.count }

  /// The band has no room for all pairs that meet, nor products for what rides on it.
  var isJacobianExact: Bool { resolved.coagulation == nil && resolved.passengers.isEmpty }

  mutating func differentiate(
    _ rates: inout MutableSpan<Double>, along direction: Int, slope: Span<Double>, at time: Double,
    state: Span<Double>
  ) {
    neighbours[direction].differentiate(
      &rates, movingAlong: isJacobianExact ? nil : slope.indices.map { slope[$0] }, of: resolved,
      at: time, state: state)
  }

  func weigh(_ weights: inout MutableSpan<Double>, slope: Span<Double>) {
    resolved.weigh(&weights, state: slope)
    if resolved.layout.hasTemperature {
      // The slope of a temperature may be zero or less; temperatures themselves are some hundred.
      weights[resolved.layout.temperature] = 1 / (300 * resolved.solution.tolerances.relative)
    }
    for slot in slope.indices { weights[slot] *= Self.strictness }
  }
}
