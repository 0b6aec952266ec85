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

extension GridBalance {
  /// The flask as the scenario fills it.
  mutating func filled(with experiment: Experiment) -> FlaskState {
    let volume = recipe.volume
    grow(to: min(128, experiment.grid.largest))
    var state = FlaskState(
      volume: volume,
      amounts: Array(repeating: 0, count: layout.count(cells: transport.cells.count)),
      supplied: 0)
    for (slot, species) in network.species.enumerated() {
      state.amounts[slot] = species.initial * volume
      state.supplied += species.units * species.initial * volume
    }
    let temperature = recipe.program.corners[0].temperature
    if layout.hasTemperature { state.amounts[layout.temperature] = temperature }
    add(experiment.seeds, in: volume, to: &state)
    cover(&state, at: temperature)
    return state
  }

  /// Sets the coverages at the start: as given, or in equilibrium with what is dissolved.
  private func cover(_ state: inout FlaskState, at temperature: Double) {
    guard !adsorption.isEmpty else { return }
    let concentrations = network.species.indices.map { state.amounts[$0] / state.volume }
    let balanced = adsorption.equilibrium(concentrations, temperature: temperature)
    for (place, site) in adsorption.sites.enumerated() {
      let coverage = site.ligand.initialCoverage ?? balanced[place]
      state.amounts[layout.coverage(place)] = coverage
      // What the scenario gives is dissolved; what covers the seeds came with them.
      let bound = coverage * site.ligand.siteDensity * area(state.amounts.span)
      state.amounts[site.species] += bound
      state.supplied += network.species[site.species].units * bound
    }
  }

  /// Adds liquid all at once: amounts and volumes add, heats mix.
  ///
  ///     T = (V_1 T_1 + V_2 T_2)/(V_1 + V_2)
  mutating func inject(_ injection: Injection, into state: inout FlaskState) {
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
    add(injection.seeds, in: added, to: &state)
    state.volume += added
  }

  private mutating func add(
    _ seeds: [SeedPopulation], in volume: Double, to state: inout FlaskState
  ) {
    for seed in seeds {
      let sizes = seed.sizes(on: tables.ladder)
      grow(to: sizes.last)
      state.amounts.resize(to: layout.count(cells: transport.cells.count))
      if births != nil {
        transport.floor = min(transport.floor, max(2, transport.cells.cell(of: sizes.first)))
      }
      let particles = seed.number * volume / PhysicalConstants.avogadro
      for (place, count) in sizes.counts.enumerated() where count != 0 {
        let units = Double(sizes.first + place)
        let share = transport.shares(of: units)
        state.amounts[layout.cluster(share.cell)] += particles * count * share.lower
        state.amounts[layout.cluster(share.cell + 1)] += particles * count * share.upper
        state.supplied += units * particles * count
      }
    }
  }

  /// Sets the balance to a stretch of time: what flows in and out during it.
  mutating func enter(_ stretch: ClosedRange<Double>) {
    self.stretch = stretch
    feed = []
    (inflow, temperedInflow) = (0, 0)
    var warmth = 0.0
    for injection in recipe.flowing(within: stretch) {
      let flow = injection.volume / injection.duration
      for (slot, content) in injection.contents.enumerated() where content != 0 {
        feed.append((slot, content * flow))
      }
      for seed in injection.seeds { feed(seed, at: flow) }
      inflow += flow
      guard let temperature = injection.temperature else { continue }
      temperedInflow += flow
      warmth += flow * temperature
    }
    inflowTemperature = temperedInflow > 0 ? warmth / temperedInflow : 0
    guard let flowThrough = recipe.flowThrough else { return }
    outflow = 1 / flowThrough.residenceTime
    let flow = recipe.volume(at: stretch.lowerBound, within: stretch) * outflow
    for (slot, content) in flowThrough.contents.enumerated() where content != 0 {
      feed.append((slot, content * flow))
    }
  }

  /// Particles that flow in.
  private mutating func feed(_ seed: SeedPopulation, at flow: Double) {
    let sizes = seed.sizes(on: tables.ladder)
    grow(to: sizes.last)
    if births != nil {
      transport.floor = min(transport.floor, max(2, transport.cells.cell(of: sizes.first)))
    }
    for (place, count) in sizes.counts.enumerated() where count != 0 {
      let particles = seed.number * flow / PhysicalConstants.avogadro * count
      let share = transport.shares(of: Double(sizes.first + place))
      feed.append((layout.cluster(share.cell), particles * share.lower))
      if share.upper > 0 {
        feed.append((layout.cluster(share.cell + 1), particles * share.upper))
      }
    }
  }

  /// Units that flow in per second during the stretch, mol/s.
  var suppliedPerSecond: Double {
    feed.reduce(0) { sum, flow in
      let units =
        flow.slot < layout.speciesCount
        ? network.species[flow.slot].units : transport.units[flow.slot - layout.cornerCount + 2]
      return sum + units * flow.rate
    }
  }
}
