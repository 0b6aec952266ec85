import Kinetics
import Sundials
import Synthesis

/// Two balances a little below and above a value of a parameter, on the cells of the one at it.
struct Neighbours: Sendable {
  let direction: Direction
  var lower: GridBalance
  var upper: GridBalance
  /// What the parameter differs by between the two, as a share of its scale.
  let step: Double
  /// Whether the parameter leaves the ladder alone: then its tables are the balance's own.
  private let sharesLadder: Bool

  init(_ direction: Direction, of experiment: Experiment) {
    self.direction = direction
    lower = GridBalance(direction.lower)
    upper = GridBalance(direction.upper)
    lower.keepsFloor = true
    upper.keepsFloor = true
    step = direction.distance / direction.scale
    // Every digit of every constant is in the text.
    let ladder = String(reflecting: experiment.ladder)
    sharesLadder =
      ladder == String(reflecting: direction.lower.ladder)
      && ladder == String(reflecting: direction.upper.ladder)
  }

  mutating func grow(to largest: Int) {
    lower.grow(to: largest)
    upper.grow(to: largest)
  }

  mutating func filled() -> (lower: FlaskState, upper: FlaskState) {
    (lower.filled(with: direction.lower), upper.filled(with: direction.upper))
  }

  /// What the neighbours' recipes make of a flask all at once.
  mutating func change(
    _ flask: FlaskState, _ slope: FlaskSlope
  ) -> (lower: FlaskState, upper: FlaskState) {
    var below = flask.moved(by: -0.5 * step, along: slope)
    var above = flask.moved(by: 0.5 * step, along: slope)
    lower.change(&below, by: direction.lower.recipe)
    upper.change(&above, by: direction.upper.recipe)
    return (below, above)
  }

  mutating func enter(_ stretch: ClosedRange<Double>) {
    lower.enter(stretch)
    upper.enter(stretch)
  }

  var suppliedPerSecondSlope: Double {
    (upper.suppliedPerSecond - lower.suppliedPerSecond) / step
  }

  func volumeSlope(at time: Double) -> Double {
    (upper.volume(at: time) - lower.volume(at: time)) / step
  }

  /// Writes ∂f/∂p at a state; where a slope is given, along which the state moves too, df/dp.
  mutating func differentiate(
    _ rates: inout MutableSpan<Double>, movingAlong slope: [Double]?, of balance: GridBalance,
    at time: Double, state: Span<Double>
  ) {
    lower.transport.floor = balance.transport.floor
    upper.transport.floor = balance.transport.floor
    if sharesLadder {
      lower.tables = balance.tables
      upper.tables = balance.tables
    }
    lower.evaluate(&rates, at: time, moving: state, by: -0.5 * step, along: slope)
    let below = state.indices.map { rates[$0] }
    upper.evaluate(&rates, at: time, moving: state, by: 0.5 * step, along: slope)
    let low = below.span
    for slot in state.indices { rates[slot] = (rates[slot] - low[slot]) / step }
    keepMatter(&rates, of: balance)
  }

  /// Gives the monomer's rate what all others leave of the matter that comes in.
  ///
  /// That is what it is; but as a difference it would be off by the round-off of all fluxes over the
  /// distance of the neighbours.
  private func keepMatter(_ rates: inout MutableSpan<Double>, of balance: GridBalance) {
    let (layout, network) = (balance.layout, balance.solution.network)
    let monomer = balance.solution.monomer
    guard network.species[monomer].units > 0 else { return }
    var rest = suppliedPerSecondSlope - rates[layout.lost]
    for (slot, species) in network.species.enumerated() where slot != monomer {
      rest -= species.units * rates[slot]
    }
    let units = balance.transport.units.span
    var inParticles = 0.0
    for slot in layout.clusters(inStateOf: rates.count) {
      inParticles += units[slot - layout.cornerCount + 2] * rates[slot]
    }
    rates[monomer] = (rest - inParticles) / network.species[monomer].units
  }

  /// How what is recorded of a flask changes.
  mutating func slope(of flask: FlaskState, _ place: Int) -> Slope {
    let slope = flask.slopes[place]
    let below = flask.moved(by: -0.5 * step, along: slope)
    let above = flask.moved(by: 0.5 * step, along: slope)
    let (low, lowSizes) = lower.look(
      at: below.amounts, time: flask.time, supplied: below.supplied)
    let (high, highSizes) = upper.look(
      at: above.amounts, time: flask.time, supplied: above.supplied)
    return Slope(
      from: low, to: high, distance: direction.distance,
      numbers: zip(highSizes.numbers, lowSizes.numbers).map { ($0 - $1) / direction.distance })
  }
}

extension GridBalance {
  /// Writes the rates at a state that is moved along a slope, where one is given.
  fileprivate mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, moving state: Span<Double>,
    by step: Double, along slope: [Double]?
  ) {
    guard let slope else { return evaluate(&rates, at: time, state: state) }
    let moved = state.indices.map { state[$0] + step * slope[$0] }
    evaluate(&rates, at: time, state: moved.span)
  }
}
