import Kinetics
import Sundials
import Synthesis

/// The mean of the kinetics on a grid of sizes, during a stretch of time without abrupt changes.
///
///     dy_i/dt = F_(i-1) - F_i + births + feed - y_i/τ          particles of cell i
///     dX_1/dt = ... - what every flux and every nucleus takes  solute
struct GridBalance: Sendable {
  var solution: Solution
  let grid: SizeGrid
  /// Units from which on a particle counts as a crystal.
  let crystalFloor: Int
  var tables: LadderTables
  var transport: Transport
  private(set) var shapes = CellShapes()
  var coagulation: Coagulation?
  /// What particles carry, dopant by dopant.
  var passengers: [Passengers]
  /// Whether the floor of transport stays: a neighbour dissolves particles where the balance does.
  var keepsFloor = false
  /// The nuclei that a closure makes in the present medium.
  private(set) var birth: Birth<Double>?

  init(_ experiment: Experiment) {
    solution = Solution(experiment)
    grid = experiment.grid
    crystalFloor = experiment.crystalFloor
    tables = LadderTables(experiment.ladder, on: grid.cells, isCentred: !grid.hasGrowthNoise)
    let floor = experiment.nucleation?.floor ?? 1
    transport = Transport(
      grid.cells, hasNoise: grid.hasGrowthNoise, isOpen: grid.top == .open,
      floor: experiment.nucleation == nil ? 1 : floor.isFinite ? grid.cells.cell(floor) : .max)
    coagulation = experiment.coalescence.map { Coagulation($0) }
    let solution = solution
    passengers = experiment.dopants.enumerated().map { place, dopant in
      Passengers(dopant, place, in: solution, scale: experiment.scale(of: dopant))
    }
  }

  var layout: StateLayout { solution.layout }
  var scale: Double { solution.scale }
  func volume(at time: Double) -> Double { solution.volume(at: time) }
  /// Slots of a state with the present cells.
  var stateCount: Int { layout.count(cells: transport.cells.count) }

  /// Gives a state room for the present cells.
  func widen(_ state: inout [Double]) { layout.resize(&state, cells: transport.cells.count) }

  /// Makes room for clusters of up to `largest` units.
  mutating func grow(to largest: Int) {
    tables.grow(to: largest)
    transport.grow(to: tables.cells)
    shapes.grow(to: tables.cells, on: tables.ladder)
    coagulation?.grow(to: transport, on: tables.ladder)
    for place in passengers.indices { passengers[place].grow(to: transport, on: tables.ladder) }
  }

  /// Σ A_i y_i: the surface of all particles over Avogadro's number, m² mol.
  func area(_ state: Span<Double>) -> Double {
    var sum = 0.0
    for slot in layout.clusters(inStateOf: state.count) {
      sum += shapes.areas[slot - layout.cornerCount + 2] * state[slot]
    }
    return sum
  }

  /// Brings dissolved amounts, tables and nuclei to a state, and gives the medium there.
  mutating func surround(
    _ state: Span<Double>, volume: Double, temperature: Double
  ) -> Medium<Double> {
    let area = solution.adsorption.isEmpty ? 0 : area(state)
    let medium = solution.surround(state, area: area, volume: volume, temperature: temperature)
    tables.refresh(in: medium)
    birth = solution.births.map { $0.closure.law.bear(on: tables.ladder, in: medium) }
    if let births = solution.births, let birth, birth.rate > 0, !keepsFloor {
      transport.floor = min(transport.floor, births.floor(of: birth.units, on: transport.cells))
    }
    return medium
  }
}

extension GridBalance: StiffProblem {
  /// On the exact grid, particles that only grow travel as a wave, on which order 4 swings; where
  /// they dissolve too, their random walk damps it, and wide cells damp more; without noise they do
  /// not.
  var highestOrder: Int {
    guard grid.kind == .hybrid else { return tables.ladder.isIrreversible ? 3 : 4 }
    return grid.hasGrowthNoise ? 5 : 4
  }

  mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state)
    let medium = surround(state, volume: volume, temperature: temperature)
    let layout = layout
    for slot in state.indices { rates[slot] = 0 }
    let heat = solution.react(&rates, state: state, volume: volume, temperature: temperature)
    let uptake = growParticles(&rates, state: state, volume: volume, in: medium)
    coagulation?.add(to: &rates, state: state, layout: layout, volume: volume, in: medium)
    let arriving = solution.upstream?.state(at: time)
    carry(&rates, state: state, arriving: arriving, volume: volume, in: medium)
    flowOut(&rates, state: state)
    flowIn(&rates, arriving)
    solution.complete(
      &rates, uptake: uptake, heat: heat, at: time, state: state, volume: volume)
    balanceDopants(&rates)
  }

  /// Adds the growth of all particles and the nuclei of a closure, and gives the units that they take
  /// from the solute, mol/s.
  func growParticles(
    _ rates: inout MutableSpan<Double>, state: Span<Double>, volume: Double,
    in medium: Medium<Double>
  ) -> Double {
    let moved = transport.add(
      to: &rates, state: state, first: layout.cornerCount,
      solute: solution.dissolved[solution.monomer], concentration: medium.solute,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
    rates[layout.lost] += transport.unitsBeyond * moved.leaving
    return moved.uptake + bear(&rates, volume: volume)
  }

  /// Adds the nuclei of a closure, and gives the units that they take from the solute, mol/s.
  private func bear(_ rates: inout MutableSpan<Double>, volume: Double) -> Double {
    guard let births = solution.births, let birth else { return 0 }
    let events = birth.rate * volume / PhysicalConstants.avogadro
    transport.spread(nucleus: birth.units) { cell, share in
      rates[layout.cluster(cell)] += events * share
    }
    if let partner = births.partner { rates[partner] -= births.partnerCount * events }
    return births.uptake(birth) * events
  }

  private func flowOut(_ rates: inout MutableSpan<Double>, state: Span<Double>) {
    guard solution.outflow > 0 else { return }
    let clusters = layout.clusters(inStateOf: state.count)
    for slot in layout.cornerCount..<state.count {
      let leaving = solution.outflow * state[slot]
      rates[slot] -= leaving
      guard slot < clusters.upperBound else { continue }
      rates[layout.lost] += transport.units[slot - layout.cornerCount + 2] * leaving
    }
  }

  /// Adds what leaves the tank before, and books its units as supplied.
  private mutating func flowIn(_ rates: inout MutableSpan<Double>, _ arriving: [Double]?) {
    guard let arriving else { return }
    solution.flowIn(&rates, arriving)
    let clusters = layout.clusters(inStateOf: arriving.count)
    for slot in clusters {
      let entering = solution.outflow * arriving[slot]
      rates[slot] += entering
      rates[layout.lost] -= transport.units[slot - layout.cornerCount + 2] * entering
    }
    // The grid of the tank before may be shorter.
    let width = layout.width(ofStateOf: rates.count)
    for array in 1..<max(1, layout.arrayCount) {
      for place in clusters.indices {
        let offset = place - layout.cornerCount
        rates[layout.cornerCount + array * width + offset] +=
          solution.outflow * arriving[layout.cornerCount + array * clusters.count + offset]
      }
    }
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    solution.weigh(&weights, state: state)
    let relative = solution.tolerances.relative
    let absolute = solution.tolerances.absolute * scale
    for slot in layout.clusters(inStateOf: state.count) {
      // The tolerance is on units: 1/(r|y| + a/n) = n/(r|y| n + a).
      let units = transport.units[slot - layout.cornerCount + 2]
      weights[slot] = units / (relative * abs(state[slot]) * units + absolute)
    }
    for carried in passengers {
      carried.weigh(&weights, state: state, layout: layout, solution.tolerances)
    }
  }
}
