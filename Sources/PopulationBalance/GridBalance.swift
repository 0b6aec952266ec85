import Kinetics
import Sundials
import Synthesis

/// The mean of the kinetics on a grid of sizes, during a stretch of time without abrupt changes.
///
///     dX_i/dt = V Σ_j ν_ij w_j + feed - X_i/τ                      species
///     dX_1/dt = ... - what every flux and every nucleus takes      solute
///     dy_i/dt = F_(i-1) - F_i + births + feed - y_i/τ              particles of cell i
struct GridBalance: Sendable {
  let network: ReactionNetwork
  let chemistry: Chemistry
  let recipe: Recipe
  let grid: SizeGrid
  /// Units from which on a particle counts as a crystal.
  let crystalFloor: Int
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
  var tables: LadderTables
  var transport: Transport
  private(set) var shapes = CellShapes()
  var coagulation: Coagulation?
  /// The nuclei that a closure makes in the present medium.
  private(set) var birth: Birth<Double>?
  /// Amounts of dissolved species, mol: the state less what is bound.
  var dissolved: [Double]
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

  init(_ experiment: Experiment) {
    let network = experiment.network
    self.network = network
    chemistry = Chemistry(network)
    recipe = experiment.recipe
    layout = StateLayout(
      speciesCount: network.species.count, ligandCount: experiment.ligands.count,
      hasTemperature: experiment.recipe.heat != nil)
    tolerances = experiment.tolerances.ofStep
    scale = experiment.scale
    births = Births(experiment.nucleation, in: network)
    adsorption = Adsorption(experiment.ligands, in: network)
    func slot(_ name: String) -> Int? { network.species.firstIndex { $0.name == name } }
    monomer = slot(experiment.ladder.monomer) ?? network.solute
    releases = experiment.ladder.releases.sorted { $0.key < $1.key }.compactMap { name, count in
      slot(name).map { ($0, count) }
    }
    grid = experiment.grid
    crystalFloor = experiment.crystalFloor
    tables = LadderTables(experiment.ladder, on: grid.cells, isCentred: !grid.hasGrowthNoise)
    transport = Transport(
      grid.cells, hasNoise: grid.hasGrowthNoise, isOpen: grid.top == .open,
      floor: experiment.nucleation == nil ? 1 : .max)
    coagulation = experiment.coalescence.map { Coagulation($0) }
    dissolved = Array(repeating: 0, count: network.species.count)
  }

  /// Makes room for clusters of up to `largest` units.
  mutating func grow(to largest: Int) {
    tables.grow(to: largest)
    transport.grow(to: tables.cells)
    shapes.grow(to: tables.cells, on: tables.ladder)
    coagulation?.grow(to: transport, on: tables.ladder)
  }

  func volume(at time: Double) -> Double { recipe.volume(at: time, within: stretch) }

  func temperature(at time: Double, state: Span<Double>) -> Double {
    layout.hasTemperature ? state[layout.temperature] : setPoint(at: time)
  }

  func setPoint(at time: Double) -> Double {
    recipe.program.temperature(at: time, within: stretch)
  }

  /// Σ A_n y_n: the surface of all particles over Avogadro's number, m² mol.
  func area(_ state: Span<Double>) -> Double {
    var sum = 0.0
    for slot in layout.cornerCount..<state.count {
      sum += shapes.areas[slot - layout.cornerCount + 2] * state[slot]
    }
    return sum
  }

  /// Brings amounts of dissolved species and the tables to a state, and gives the medium there.
  mutating func surround(
    _ state: Span<Double>, volume: Double, temperature: Double
  ) -> Medium<Double> {
    for slot in dissolved.indices { dissolved[slot] = state[slot] }
    var medium = Medium(temperature: temperature)
    if !adsorption.isEmpty {
      adsorption.subtractBound(
        from: &dissolved, state: state, area: area(state), layout: layout)
      medium.coverage = adsorption.coverage(state, layout, gatingOnly: true)
      medium.binding = adsorption.binding(dissolved, volume: volume, temperature: temperature)
    }
    medium.solute = dissolved[monomer] / volume
    if let partner = births?.partner { medium.partner = dissolved[partner] / volume }
    tables.refresh(in: medium)
    birth = births.map { $0.closure.law.birth(on: tables.ladder, in: medium) }
    if let births, let birth, birth.rate > 0 {
      transport.floor = min(transport.floor, births.floor(of: birth.units, on: transport.cells))
    }
    return medium
  }
}

extension GridBalance: StiffProblem {
  /// Particles that only grow travel as a wave, on which order 4 swings; where they dissolve too,
  /// their random walk damps it.
  var highestOrder: Int { tables.ladder.isIrreversible ? 3 : 4 }

  mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = temperature(at: time, state: state)
    let medium = surround(state, volume: volume, temperature: temperature)
    for slot in state.indices { rates[slot] = 0 }
    let heat = chemistry.add(
      to: &rates, lostSlot: layout.lost, state: dissolved.span, volume: volume,
      temperature: temperature)
    adsorption.add(
      to: &rates, state: state, dissolved: dissolved, volume: volume, temperature: temperature,
      layout: layout)
    let moved = transport.add(
      to: &rates, state: state, first: layout.cornerCount, solute: dissolved[monomer],
      concentration: medium.solute, attachment: tables.attachment.span,
      detachment: tables.detachment.span)
    rates[layout.lost] += transport.unitsBeyond * moved.leaving
    let uptake = moved.uptake + bear(&rates, volume: volume)
    rates[monomer] -= uptake
    for released in releases { rates[released.slot] += released.count * uptake }
    let layout = layout
    coagulation?.add(to: &rates, state: state, layout: layout, volume: volume, in: medium)
    flow(&rates, state: state)
    hold(&rates, state: state, volume: volume)
    guard layout.hasTemperature, let balance = recipe.heat else { return }
    rates[layout.temperature] =
      (balance.transfer * (setPoint(at: time) - temperature) + heat
        - balance.crystallisationEnthalpy * uptake) / (balance.capacity * volume)
      + temperedInflow * (inflowTemperature - temperature) / volume
  }

  /// Adds the nuclei of a closure, and gives the units that they take from the solute, mol/s.
  private func bear(
    _ rates: inout MutableSpan<Double>, volume: Double
  ) -> Double {
    guard let births, let birth else { return 0 }
    let events = birth.rate * volume / PhysicalConstants.avogadro
    let share = transport.shares(of: birth.units)
    rates[layout.cluster(share.cell)] += events * share.lower
    rates[layout.cluster(share.cell + 1)] += events * share.upper
    if let partner = births.partner { rates[partner] -= births.partnerCount * events }
    return births.uptake(birth) * events
  }

  /// Adds what flows in and out.
  private func flow(_ rates: inout MutableSpan<Double>, state: Span<Double>) {
    for (slot, rate) in feed { rates[slot] += rate }
    guard outflow > 0 else { return }
    for (slot, species) in network.species.enumerated() {
      rates[slot] -= outflow * state[slot]
      rates[layout.lost] += species.units * outflow * state[slot]
    }
    for slot in layout.cornerCount..<state.count {
      rates[slot] -= outflow * state[slot]
      rates[layout.lost] +=
        transport.units[slot - layout.cornerCount + 2] * outflow * state[slot]
    }
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
    for ligand in 0..<layout.ligandCount {
      weights[layout.coverage(ligand)] = 1 / relative
    }
    if layout.hasTemperature {
      weights[layout.temperature] = 1 / (relative * state[layout.temperature])
    }
    for slot in layout.cornerCount..<state.count {
      // The tolerance is on units: 1/(r|y| + a/n) = n/(r|y| n + a).
      let units = transport.units[slot - layout.cornerCount + 2]
      weights[slot] = units / (relative * abs(state[slot]) * units + absolute)
    }
  }
}
