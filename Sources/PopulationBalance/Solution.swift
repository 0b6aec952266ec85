import Kinetics
import Synthesis

/// What is dissolved, and what is done to the flask: the part of a balance that no size grid changes.
///
///     dX_i/dt = V Σ_j ν_ij w_j + feed - X_i/τ        dX_1/dt = ... - what particles take up
struct Solution: Sendable {
  let network: ReactionNetwork
  let chemistry: Chemistry
  let recipe: Recipe
  let layout: StateLayout
  let tolerances: Tolerances
  /// All units that there are or will be, mol: the scale of the tolerances.
  let scale: Double
  let births: Births?
  let adsorption: Adsorption
  /// The slot of the species that particles are built from.
  let monomer: Int
  /// Molecules that a unit sets free when it attaches, by slot.
  let releases: [(slot: Int, count: Double)]
  /// Amounts of dissolved species, mol: the state less what is bound.
  private(set) var dissolved: [Double]
  var stretch: ClosedRange<Double> = 0...0
  /// What flows in during the stretch, slot by slot, mol/s.
  var feed: [(slot: Int, rate: Double)] = []
  /// What flows in and makes the volume grow, m³/s.
  var inflow = 0.0
  /// The part of it that has a temperature of its own, and that temperature, K.
  var temperedInflow = 0.0
  var inflowTemperature = 0.0
  /// What flows out at constant volume, as a share of it, 1/s.
  var outflow = 0.0
  /// The temperature of what replaces it, K; nil for the flask's.
  var inletTemperature: Double?
  /// What the tank before held over its last steps; nil where the recipe says what flows through.
  var upstream: StepHistory?

  init(_ experiment: Experiment) {
    let network = experiment.network
    self.network = network
    chemistry = Chemistry(network)
    recipe = experiment.recipe
    layout = StateLayout(
      speciesCount: network.species.count, ligandCount: experiment.ligands.count,
      hasTemperature: experiment.recipe.heat != nil,
      passengers: experiment.dopants.map { PassengerSums(of: $0.law).arrayCount })
    tolerances = experiment.tolerances.ofStep
    scale = experiment.scale
    births = Births(experiment.nucleation, in: network)
    adsorption = Adsorption(experiment.ligands, in: network)
    func slot(_ name: String) -> Int? { network.species.firstIndex { $0.name == name } }
    monomer = slot(experiment.ladder.monomer) ?? network.solute
    releases = experiment.ladder.releases.sorted { $0.key < $1.key }.compactMap { name, count in
      slot(name).map { ($0, count) }
    }
    dissolved = Array(repeating: 0, count: network.species.count)
  }

  func volume(at time: Double) -> Double { recipe.volume(at: time, within: stretch) }

  func temperature(at time: Double, state: Span<Double>) -> Double {
    layout.hasTemperature ? state[layout.temperature] : setPoint(at: time)
  }

  func setPoint(at time: Double) -> Double {
    recipe.program.temperature(at: time, within: stretch)
  }

  /// Brings the dissolved amounts to a state, and gives the medium there.
  ///
  /// - Parameter area: surface of all particles over Avogadro's number, m² mol.
  mutating func surround(
    _ state: Span<Double>, area: Double, volume: Double, temperature: Double
  ) -> Medium<Double> {
    for slot in dissolved.indices { dissolved[slot] = state[slot] }
    var medium = Medium(temperature: temperature)
    if !adsorption.isEmpty {
      adsorption.subtractBound(from: &dissolved, state: state, area: area, layout: layout)
      medium.coverage = adsorption.coverage(state, layout, gatingOnly: true)
      medium.binding = adsorption.binding(dissolved, volume: volume, temperature: temperature)
    }
    medium.solute = dissolved[monomer] / volume
    if let partner = births?.partner { medium.partner = dissolved[partner] / volume }
    return medium
  }

  /// Adds reactions and adsorption, and gives the heat that reactions set free, W.
  func react(
    _ rates: inout MutableSpan<Double>, state: Span<Double>, volume: Double, temperature: Double
  ) -> Double {
    adsorption.add(
      to: &rates, state: state, dissolved: dissolved, volume: volume, temperature: temperature,
      layout: layout)
    return chemistry.add(
      to: &rates, lostSlot: layout.lost, state: dissolved.span, volume: volume,
      temperature: temperature)
  }

  /// Adds what it changes that particles take up so many units per second, mol/s, what flows in and
  /// out, and the flask's heat.
  func complete(
    _ rates: inout MutableSpan<Double>, uptake: Double, heat: Double, at time: Double,
    state: Span<Double>, volume: Double
  ) {
    rates[monomer] -= uptake
    for released in releases { rates[released.slot] += released.count * uptake }
    for (slot, rate) in feed { rates[slot] += rate }
    if outflow > 0 {
      for (slot, species) in network.species.enumerated() {
        rates[slot] -= outflow * state[slot]
        rates[layout.lost] += species.units * outflow * state[slot]
      }
    }
    hold(&rates, state: state, volume: volume)
    guard layout.hasTemperature, let balance = recipe.heat else { return }
    let temperature = state[layout.temperature]
    rates[layout.temperature] =
      (balance.transfer * (setPoint(at: time) - temperature) + heat
        - balance.crystallisationEnthalpy * uptake) / (balance.capacity * volume)
      + temperedInflow * (inflowTemperature - temperature) / volume
      + outflow * ((inletTemperature ?? temperature) - temperature)
  }

  /// Keeps held species at their concentration, and books what that takes from outside.
  private func hold(_ rates: inout MutableSpan<Double>, state: Span<Double>, volume: Double) {
    for (slot, species) in network.species.enumerated() where species.isHeld {
      let kept = inflow * state[slot] / volume
      rates[layout.lost] += species.units * (rates[slot] - kept)
      rates[slot] = kept
    }
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    let relative = tolerances.relative
    let absolute = tolerances.absolute * scale
    for slot in 0..<layout.cornerCount {
      weights[slot] = 1 / (relative * abs(state[slot]) + absolute)
    }
    for ligand in 0..<layout.ligandCount { weights[layout.coverage(ligand)] = 1 / relative }
    if layout.hasTemperature {
      weights[layout.temperature] = 1 / (relative * state[layout.temperature])
    }
  }
}
