import Kinetics
import Synthesis

extension Solution {
  /// The dense part of the flask as the scenario fills it.
  func filled() -> FlaskState {
    let volume = recipe.volume
    var state = FlaskState(
      volume: volume, amounts: Array(repeating: 0, count: layout.cornerCount), supplied: 0)
    for (slot, species) in network.species.enumerated() {
      state.amounts[slot] = species.initial * volume
      state.supplied += species.units * species.initial * volume
    }
    if layout.hasTemperature {
      state.amounts[layout.temperature] = recipe.program.corners[0].temperature
    }
    return state
  }

  /// Sets the coverages at the start: as given, or in equilibrium with what is dissolved.
  ///
  /// - Parameter area: surface of all particles over Avogadro's number, m² mol.
  func cover(_ state: inout FlaskState, area: Double) {
    guard !adsorption.isEmpty else { return }
    let concentrations = network.species.indices.map { state.amounts[$0] / state.volume }
    let balanced = adsorption.equilibrium(
      concentrations, temperature: recipe.program.corners[0].temperature)
    for (place, site) in adsorption.sites.enumerated() {
      let coverage = site.ligand.initialCoverage ?? balanced[place]
      state.amounts[layout.coverage(place)] = coverage
      // What the scenario gives is dissolved; what covers the seeds came with them.
      let bound = coverage * site.ligand.siteDensity * area
      state.amounts[site.species] += bound
      state.supplied += network.species[site.species].units * bound
    }
  }

  /// Adds the liquid of an injection all at once: amounts and volumes add, heats mix.
  ///
  ///     T = (V_1 T_1 + V_2 T_2)/(V_1 + V_2)
  func inject(_ injection: Injection, into state: inout FlaskState) {
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
    state.volume += added
  }

  /// Sets concentrations anew: what appears is supplied, what vanishes is lost.
  func set(_ settings: [FlaskEvent.Setting], in state: inout FlaskState) {
    for setting in settings where !network.species[setting.species].isHeld {
      let amount = setting.concentration * state.volume
      let units = network.species[setting.species].units * (amount - state.amounts[setting.species])
      state.amounts[setting.species] = amount
      if units > 0 { state.supplied += units } else { state.amounts[layout.lost] -= units }
    }
  }

  /// Sets the solution to a stretch of time, and gives the particles that flow in during it, with
  /// the flow of the liquid that holds them, m³/s.
  mutating func enter(_ stretch: ClosedRange<Double>) -> [(seed: SeedPopulation, flow: Double)] {
    self.stretch = stretch
    feed = []
    (inflow, temperedInflow) = (0, 0)
    var warmth = 0.0
    var particles = [(seed: SeedPopulation, flow: Double)]()
    for injection in recipe.flowing(within: stretch) {
      let flow = injection.volume / injection.duration
      for (slot, content) in injection.contents.enumerated() where content != 0 {
        feed.append((slot, content * flow))
      }
      particles += injection.seeds.map { ($0, flow) }
      inflow += flow
      guard let temperature = injection.temperature else { continue }
      temperedInflow += flow
      warmth += flow * temperature
    }
    inflowTemperature = temperedInflow > 0 ? warmth / temperedInflow : 0
    guard let flowThrough = recipe.flowThrough else { return particles }
    outflow = 1 / flowThrough.residenceTime
    guard upstream == nil else { return particles }
    inletTemperature = flowThrough.temperature
    let flow = recipe.volume(at: stretch.lowerBound, within: stretch) * outflow
    particles += flowThrough.seeds.map { ($0, flow) }
    for (slot, content) in flowThrough.contents.enumerated() where content != 0 {
      feed.append((slot, content * flow))
    }
    return particles
  }
}
