import Kinetics
import Synthesis

/// The flask between two stretches of time: what there is, and what came in so far.
struct FlaskState {
  var time = 0.0
  var volume: Double
  var amounts: [Double]
  /// Units that were there at the start or came in since, mol.
  var supplied: Double
}

extension LadderBalance {
  /// The flask as the scenario fills it.
  func filled(with experiment: Experiment) -> FlaskState {
    let volume = recipe.volume
    var state = FlaskState(
      volume: volume,
      amounts: Array(repeating: 0, count: layout.count(upTo: min(128, experiment.grid.largest))),
      supplied: 0)
    for (slot, species) in network.species.enumerated() {
      state.amounts[slot] = species.initial * volume
      state.supplied += species.units * species.initial * volume
    }
    if layout.hasTemperature {
      state.amounts[layout.temperature] = recipe.program.corners[0].temperature
    }
    add(experiment.seeds, in: volume, to: &state, on: experiment.ladder)
    return state
  }

  /// Adds liquid all at once: amounts and volumes add, heats mix.
  ///
  ///     T = (V_1 T_1 + V_2 T_2)/(V_1 + V_2)
  func inject(_ injection: Injection, into state: inout FlaskState, on ladder: Ladder) {
    let added = injection.volume
    if layout.hasTemperature, let temperature = injection.temperature {
      let slot = layout.temperature
      state.amounts[slot] =
        (state.amounts[slot] * state.volume + temperature * added) / (state.volume + added)
    }
    for (slot, species) in network.species.enumerated() {
      var amount = injection.contents[slot] * added
      if species.isHeld { amount = state.amounts[slot] * added / state.volume }
      state.amounts[slot] += amount
      state.supplied += species.units * injection.contents[slot] * added
      // What holding the species adds or takes beyond the injection comes from outside.
      state.amounts[layout.lost] += species.units * (injection.contents[slot] * added - amount)
    }
    add(injection.seeds, in: added, to: &state, on: ladder)
    state.volume += added
  }

  private func add(
    _ seeds: [SeedPopulation], in volume: Double, to state: inout FlaskState, on ladder: Ladder
  ) {
    for seed in seeds {
      let sizes = seed.sizes(on: ladder)
      let needed = layout.count(upTo: sizes.last)
      if needed > state.amounts.count {
        state.amounts += Array(repeating: 0, count: needed - state.amounts.count)
      }
      let particles = seed.number * volume / PhysicalConstants.avogadro
      for (place, count) in sizes.counts.enumerated() {
        let units = sizes.first + place
        state.amounts[layout.cluster(units)] += particles * count
        state.supplied += Double(units) * particles * count
      }
    }
  }

  /// Sets the balance to a stretch of time: what flows in during it.
  mutating func enter(_ stretch: ClosedRange<Double>, on ladder: Ladder) {
    self.stretch = stretch
    feed = []
    (inflow, temperedInflow) = (0, 0)
    var warmth = 0.0
    for injection in recipe.flowing(within: stretch) {
      let flow = injection.volume / injection.duration
      for (slot, content) in injection.contents.enumerated() where content != 0 {
        feed.append((slot, content * flow))
      }
      for seed in injection.seeds {
        let sizes = seed.sizes(on: ladder)
        for (place, count) in sizes.counts.enumerated() where count != 0 {
          let particles = seed.number * flow / PhysicalConstants.avogadro
          feed.append((layout.cluster(sizes.first + place), particles * count))
        }
      }
      inflow += flow
      guard let temperature = injection.temperature else { continue }
      temperedInflow += flow
      warmth += flow * temperature
    }
    inflowTemperature = temperedInflow > 0 ? warmth / temperedInflow : 0
  }

  /// Units that flow in per second during the stretch, mol/s.
  var suppliedPerSecond: Double {
    feed.reduce(0) { sum, flow in
      let units =
        flow.slot < layout.speciesCount
        ? network.species[flow.slot].units : Double(flow.slot - layout.cornerCount + 2)
      return sum + units * flow.rate
    }
  }

  /// The largest cluster that flows in during the stretch.
  var largestFed: Int {
    feed.reduce(2) { max($0, $1.slot - layout.cornerCount + 2) }
  }
}
