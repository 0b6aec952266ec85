import Kinetics
import Sundials
import Synthesis

/// The mean of the kinetics on classes that move along the characteristics of growth.
///
///     dM_j/dt = N_j dn/dt(n_j),  n_j = M_j/N_j          units and size of class j
///     dM_K/dt = ... + J n_J,  dN_K/dt = J               the open class, into which nuclei are born
///     de/dt = dn/dt(e)                                  the oldest particle of the open class
///
/// No size is ever spread by the grid, and growth has no noise. D. Ramkrishna, *Population Balances*
/// (Academic Press, 2000), section 4.2.
struct MovingBalance: Sendable {
  /// The largest size that classes reach, units; a crystal of more holds a flask.
  static let largest = 1e15

  var solution: Solution
  let ladder: Ladder
  let rule: ClassRule
  let crystalFloor: Int
  var classes: SizeClasses
  /// Classes that came as seeds.
  var seedClasses = 0
  /// Below so many units nothing exists: what shrinks that far dissolves.
  var floor: Double
  /// The nuclei that the closure makes in the present medium.
  private(set) var birth: Birth<Double>?
  private(set) var medium = Medium(temperature: 0)
  /// The state's classes as sizes, the oldest particle of the open class behind them, units.
  private(set) var sizes: [Double] = []

  init(_ experiment: Experiment) {
    solution = Solution(experiment)
    ladder = experiment.ladder
    rule = ClassRule(experiment.grid)
    crystalFloor = experiment.crystalFloor
    let bears = experiment.nucleation?.law.bears ?? false
    classes = SizeClasses(
      hasOpenClass: bears, handful: 1e-4 * solution.tolerances.absolute * solution.scale)
    floor = experiment.nucleation?.floor ?? 2
  }

  var layout: StateLayout { solution.layout }
  var scale: Double { solution.scale }
  func volume(at time: Double) -> Double { solution.volume(at: time) }

  /// The slots of the open class' number and of its oldest particle's size, and of the first class.
  var openNumber: Int { layout.cornerCount }
  var edge: Int { layout.cornerCount + 1 }
  var first: Int { layout.cornerCount + (classes.hasOpenClass ? 2 : 0) }

  /// The size below which particles only dissolve, units.
  var smallest: Double { floor.isFinite ? max(2, floor) : 2 }

  /// Particles of each class at a time, mol.
  func numbers(_ state: Span<Double>, at time: Double) -> [Double] {
    let share = classes.remaining(at: time, outflow: solution.outflow)
    var numbers = classes.numbers.map { $0 * share }
    if classes.hasOpenClass { numbers.append(state[openNumber]) }
    return numbers
  }

  /// Brings sizes, medium and nuclei to a state.
  mutating func surround(
    _ state: Span<Double>, numbers: [Double], volume: Double, temperature: Double
  ) {
    sizes = numbers.indices.map { place in
      let isOpen = place == classes.numbers.count
      let handful = isOpen ? classes.handful : 0
      let size = isOpen ? state[edge] : 0
      return (state[first + place] + handful * size) / (numbers[place] + handful)
    }
    if classes.hasOpenClass { sizes.append(state[edge]) }
    medium = solution.surround(
      state, area: solution.adsorption.isEmpty ? 0 : area(numbers), volume: volume,
      temperature: temperature)
    birth = solution.births.map { $0.closure.law.bear(on: ladder, in: medium) }
    if let birth, birth.rate > 0 { floor = min(floor, birth.units.rounded(.down)) }
  }

  /// Σ N_j 4πr_j²: the surface of all particles over Avogadro's number, m² mol.
  func area(_ numbers: [Double]) -> Double {
    numbers.indices.reduce(0) { sum, place in
      let units = max(0, sizes[place])
      return sum + numbers[place] * Particle(units: units, volumePerUnit: ladder.volumePerUnit).area
    }
  }

  /// dn/dt of each size; below the smallest one, particles melt away in proportion to what is left.
  func drifts<Value: TabulatedScalar>(of sizes: [Value], in medium: Medium<Value>) -> [Value] {
    let drifts = ladder.drift(
      of: sizes.map { $0.value < smallest ? Value(smallest) : $0 }, in: medium)
    return sizes.indices.map { place in
      sizes[place].value < smallest ? drifts[place] * sizes[place] / smallest : drifts[place]
    }
  }
}

extension MovingBalance: StiffProblem {
  mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state)
    let numbers = numbers(state, at: time)
    surround(state, numbers: numbers, volume: volume, temperature: temperature)
    for slot in state.indices { rates[slot] = 0 }
    let heat = solution.react(&rates, state: state, volume: volume, temperature: temperature)
    let uptake = growParticles(&rates, numbers, volume: volume)
    for place in numbers.indices {
      let leaving = solution.outflow * state[first + place]
      rates[first + place] -= leaving
      rates[layout.lost] += leaving
    }
    if classes.hasOpenClass { rates[openNumber] -= solution.outflow * state[openNumber] }
    solution.complete(
      &rates, uptake: uptake, heat: heat, at: time, state: state, volume: volume)
  }

  /// Adds the growth of all classes and the nuclei, and gives the units that they take from the solute,
  /// mol/s.
  func growParticles(
    _ rates: inout MutableSpan<Double>, _ numbers: [Double], volume: Double
  ) -> Double {
    let drifts = drifts(of: sizes, in: medium)
    var uptake = 0.0
    for place in numbers.indices {
      let gained = numbers[place] * drifts[place]
      rates[first + place] += gained
      uptake += gained
    }
    guard classes.hasOpenClass else { return uptake }
    rates[edge] = drifts[drifts.count - 1]
    return uptake + bear(&rates, volume: volume)
  }

  /// Adds nuclei to the open class, and gives the units that they take from the solute, mol/s.
  private func bear(_ rates: inout MutableSpan<Double>, volume: Double) -> Double {
    guard let births = solution.births, let birth else { return 0 }
    let events = birth.rate * volume / PhysicalConstants.avogadro
    rates[openNumber] += events
    rates[first + classes.numbers.count] += events * birth.units
    if let partner = births.partner { rates[partner] -= births.partnerCount * events }
    return births.uptake(birth) * events
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    solution.weigh(&weights, state: state)
    let relative = solution.tolerances.relative
    let absolute = solution.tolerances.absolute * scale
    for slot in first..<state.count {
      weights[slot] = 1 / (relative * abs(state[slot]) + absolute)
    }
    guard classes.hasOpenClass else { return }
    weights[edge] = 1 / (relative * max(2, abs(state[edge])))
    weights[openNumber] = 1 / (relative * abs(state[openNumber]) + absolute / smallest)
  }
}
