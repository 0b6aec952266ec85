import Kinetics
import Synthesis

extension GridBalance {
  mutating func filled(with experiment: Experiment) -> FlaskState {
    grow(to: min(128, experiment.grid.largest))
    var state = solution.filled()
    widen(&state.amounts)
    add(experiment.seeds, in: state.volume, to: &state)
    solution.cover(&state, area: area(state.amounts.span))
    for carried in passengers { state.amounts[carried.balance] = -state.amounts[carried.feed] }
    return state
  }

  func set(_ settings: [FlaskEvent.Setting], in state: inout FlaskState) {
    solution.set(settings, in: &state)
  }

  mutating func inject(_ injection: Injection, into state: inout FlaskState) {
    let dissolved = passengers.map { state.amounts[$0.feed] }
    solution.inject(injection, into: &state)
    for (carried, before) in zip(passengers, dissolved) {
      state.amounts[carried.balance] -= state.amounts[carried.feed] - before
    }
    add(injection.seeds, in: injection.volume, to: &state)
  }

  private mutating func add(
    _ seeds: [SeedPopulation], in volume: Double, to state: inout FlaskState
  ) {
    for seed in seeds {
      let particles = seed.number * volume / PhysicalConstants.avogadro
      for (slot, amount) in place(seed) {
        if state.amounts.count < stateCount { widen(&state.amounts) }
        state.amounts[slot] += particles * amount
        state.supplied += transport.units[slot - layout.cornerCount + 2] * particles * amount
      }
    }
  }

  mutating func enter(_ stretch: ClosedRange<Double>) {
    for (seed, flow) in solution.enter(stretch) {
      let particles = seed.number * flow / PhysicalConstants.avogadro
      for (slot, amount) in place(seed) { solution.feed.append((slot, particles * amount)) }
    }
  }

  /// Makes room for seeds, and gives the slots that share one of their particles.
  private mutating func place(_ seed: SeedPopulation) -> [(slot: Int, amount: Double)] {
    let sizes = seed.sizes(on: tables.ladder)
    grow(to: sizes.last)
    // The last cell may stand for less than the largest seed.
    if transport.units[transport.cells.count] < Double(sizes.last), sizes.last < grid.largest {
      grow(to: transport.cells.largest + 1)
    }
    if solution.births != nil {
      transport.floor = min(transport.floor, max(2, transport.cells.cell(of: Double(sizes.first))))
    }
    var slots = [(slot: Int, amount: Double)]()
    for (offset, count) in sizes.counts.enumerated() where count != 0 {
      let share = transport.shares(of: Double(sizes.first + offset))
      slots.append((layout.cluster(share.cell), count * share.lower))
      if share.upper > 0 { slots.append((layout.cluster(share.cell + 1), count * share.upper)) }
    }
    return slots
  }

  var suppliedPerSecond: Double {
    solution.feed.reduce(0) { sum, flow in
      let units =
        flow.slot < layout.speciesCount
        ? solution.network.species[flow.slot].units
        : transport.units[flow.slot - layout.cornerCount + 2]
      return sum + units * flow.rate
    }
  }
}
