import Checkpoints
import Kinetics
import RealModule
import Sundials
import Synthesis

extension MovingBalance: FlaskBalance {
  mutating func filled(with experiment: Experiment) -> FlaskState {
    var state = solution.filled()
    if classes.hasOpenClass { state.amounts += [0, 2, 0] }
    add(experiment.seeds, in: state.volume, to: &state)
    let numbers = numbers(state.amounts.span, at: 0)
    surround(
      state.amounts.span, numbers: numbers, volume: state.volume,
      temperature: recipe.program.corners[0].temperature)
    solution.cover(&state, area: area(numbers))
    return state
  }

  private var recipe: Recipe { solution.recipe }

  func set(_ settings: [FlaskEvent.Setting], in state: inout FlaskState) {
    solution.set(settings, in: &state)
  }

  mutating func inject(_ injection: Injection, into state: inout FlaskState) {
    solution.inject(injection, into: &state)
    add(injection.seeds, in: injection.volume, to: &state)
  }

  /// Adds seeds as closed classes, in front of the open one.
  private mutating func add(
    _ seeds: [SeedPopulation], in volume: Double, to state: inout FlaskState
  ) {
    for seed in seeds {
      let particles = seed.number * volume / PhysicalConstants.avogadro
      for (units, share) in ClassRule.classes(of: seed.sizes(on: ladder)) {
        state.amounts.insert(particles * share * units, at: first + classes.numbers.count)
        classes.append(particles * share)
        seedClasses += 1
        state.supplied += particles * share * units
        floor = min(floor, units.rounded(.down))
      }
    }
  }

  mutating func enter(_ stretch: ClosedRange<Double>) {
    classes.advance(to: stretch.lowerBound, outflow: solution.outflow)
    _ = solution.enter(stretch)
  }

  var suppliedPerSecond: Double {
    solution.feed.reduce(0) { $0 + solution.network.species[$1.slot].units * $1.rate }
  }

  mutating func settle(
    _ flask: inout FlaskState, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    let time = flask.time
    let numbers = numbers(flask.amounts.span, at: time)
    surround(
      flask.amounts.span, numbers: numbers, volume: volume(at: time),
      temperature: solution.temperature(at: time, state: flask.amounts.span))
    if classes.hasOpenClass, flask.amounts[openNumber] <= classes.handful, let birth {
      flask.amounts[edge] = min(birth.units, 1e9)
    }
  }

  static func tend(
    _ integrator: inout StiffIntegrator<MovingBalance>, _ statistics: inout RunStatistics
  ) throws(Interruption) {
    let time = integrator.time
    var state = integrator.withState { state in state.indices.map { state[$0] } }
    var balance = integrator.problem
    let isChanged = balance.sort(&state, at: time)
    let largest = balance.sizes.max() ?? 0
    guard largest <= MovingBalance.largest else {
      throw Interruption(
        cause: .failed, time: time,
        reason: "crystals outgrow 1e15 units: too few nuclei take up all solute"
      )
    }
    statistics.largestCluster = max(statistics.largestCluster, Int(largest))
    let lowest = state[balance.first...].min() ?? 0
    statistics.largestNegative = min(statistics.largestNegative, lowest / balance.scale)
    guard isChanged else { return }
    statistics.add(integrator.statistics)
    integrator.withProblem { $0 = balance }
    try failing(at: time) { () throws(SundialsError) in
      try integrator.restart(at: time, from: state)
    }
  }

  /// Closes, merges and gives up classes; false where all stays as it is.
  private mutating func sort(_ state: inout [Double], at time: Double) -> Bool {
    let numbers = numbers(state.span, at: time)
    surround(
      state.span, numbers: numbers, volume: volume(at: time),
      temperature: solution.temperature(at: time, state: state.span))
    let isFull = isOpenClassFull(numbers)
    let gone = classes.numbers.indices.filter { sizes[$0] < smallest }
    guard isFull || !gone.isEmpty else { return false }
    classes.advance(to: time, outflow: solution.outflow)
    for place in gone.reversed() {
      // What is left of them dissolves.
      let rest = state[first + place]
      for (slot, change) in solution.consequences(volume: volume(at: time))
      where slot != layout.temperature {
        state[slot] -= change * rest
      }
      state.remove(at: first + place)
      classes.remove(at: place)
    }
    if isFull { close(&state) }
    merge(&state)
    return true
  }

  private func isOpenClassFull(_ numbers: [Double]) -> Bool {
    guard classes.hasOpenClass, let birth, numbers[numbers.count - 1] > 100 * classes.handful
    else { return false }
    let largest = ladder.radius(ofUnits: max(2, sizes.dropLast().max() ?? 2))
    let nucleus = ladder.radius(ofUnits: min(birth.units, sizes[sizes.count - 1]))
    let oldest = ladder.radius(ofUnits: max(2, sizes[sizes.count - 1]))
    let allowed = max(
      rule.spreadOfNuclei * nucleus, rule.spreadOfLargest * largest)
    let share = numbers[numbers.count - 1] / numbers.reduce(0, +)
    let patience = share < rule.smallShare ? ClassRule.patience : 1
    return birth.rate > 0 && oldest - nucleus > patience * allowed
  }

  /// Closes the open class, and opens another at the present nucleus.
  private mutating func close(_ state: inout [Double]) {
    classes.append(state[openNumber])
    state[openNumber] = 0
    state[edge] = birth?.units ?? 2
    state.append(0)
  }

  /// Merges neighbours where there are too many classes: first those whose merging costs least of the
  /// width of the distribution.
  ///
  ///     loss = N_i N_j/(N_i + N_j) (r_i - r_j)²
  private mutating func merge(_ state: inout [Double]) {
    guard classes.numbers.count > max(rule.most, seedClasses) else { return }
    while classes.numbers.count > max(rule.most, seedClasses) * 3 / 4 {
      let radii = classes.numbers.indices.map { place in
        ladder.radius(ofUnits: max(0, state[first + place] / classes.numbers[place]))
      }
      let order = radii.indices.sorted { radii[$0] < radii[$1] }
      let pairs = zip(order, order.dropFirst()).map { (low, high) in
        let (a, b) = (classes.numbers[low], classes.numbers[high])
        let apart = radii[high] - radii[low]
        return (low, high, loss: a * b / (a + b) * apart * apart)
      }
      guard let cheapest = pairs.min(by: { $0.loss < $1.loss }) else { return }
      state[first + cheapest.1] += state[first + cheapest.0]
      classes.merge(cheapest.0, into: cheapest.1)
      state.remove(at: first + cheapest.0)
    }
  }
}

extension RunStatistics {
  mutating func add(_ part: IntegrationStatistics) {
    steps += part.steps
    rightHandSides += part.rightHandSides
    nonlinearIterations += part.nonlinearIterations
    jacobians = part.jacobians
    errorTestFailures += part.errorTestFailures
    convergenceFailures += part.convergenceFailures
  }
}

extension MovingBalance: Keepable {
  /// Made anew, on entering the stretch: `solution`; with the state: `birth`, `medium`, `sizes`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("classes")
    try tape.pass(&classes)
    try tape.pass(&seedClasses)
    try tape.pass(&floor)
  }
}
