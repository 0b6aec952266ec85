import Kinetics
import RealModule
public import Synthesis

/// What a realization will take, as the balance foresees it.
public struct ExpectedEvents: Sendable, Hashable {
  /// Units that attach to particles or detach from them, and monomers that meet.
  public var ladder = 0.0
  /// Events of reactions, there and back.
  public var reactions = 0.0
  /// Particles that there are at most.
  public var mostParticles = 0.0

  public var all: Double { ladder + reactions }
}

extension Experiment {
  /// The events that a realization of a volume is expected to have, all steps forth and back counted.
  ///
  ///     ∫ [Σ_n (a_n c_1 + b_n) c_n + a_1 c_1² + Σ_r w_r] V dt
  ///
  /// along the balance on hybrid cells, by trapezoids. Nil where the balance stops, or is stopped.
  ///
  /// - Parameter volume: that is followed at the start, m³.
  public func expectedEvents(
    in volume: Double, observe: (BalanceProgress) -> Continuation = { _ in .proceed }
  ) -> ExpectedEvents? {
    let foreseen = balanceForEvents
    let trajectory = foreseen.balance(observe: observe)
    guard trajectory.interruption == nil, let rows = trajectory.everySize else { return nil }
    var rates = EventRates(foreseen, volume: volume)
    var expected = ExpectedEvents()
    var before: (time: Double, rates: ExpectedEvents)?
    for (frame, row) in zip(trajectory.frames, rows) {
      let now = rates.rates(frame, row)
      if let before {
        let step = 0.5 * (frame.time - before.time)
        expected.ladder += step * (before.rates.ladder + now.ladder)
        expected.reactions += step * (before.rates.reactions + now.reactions)
      }
      expected.mostParticles = max(expected.mostParticles, now.mostParticles)
      before = (frame.time, now)
    }
    return expected
  }

  /// The same synthesis, kept often enough for integrals over its rates.
  private var balanceForEvents: Experiment {
    var foreseen = self
    let magic = ladder.energies.flatMap(\.singularSizes).max() ?? 0
    foreseen.grid = SizeGrid(kind: .hybrid, top: grid.top, largest: grid.largest)
    foreseen.grid.unitCells = max(foreseen.grid.unitCells, Int(magic) + 2)
    foreseen.keepsEverySize = true
    foreseen.dopants = []
    let even = (0...100).map { duration * Double($0) / 100 }
    let spread = (0..<200).map { duration * Double.exp(-0.1 * Double($0)) }
    let edges = recipe.breakpoints(before: duration).flatMap { [$0, $0.nextDown] }
    foreseen.outputs = Set(even + spread + edges).sorted()
    return foreseen
  }
}

/// The rates of all events in a followed volume, from what a balance holds.
private struct EventRates {
  private let experiment: Experiment
  private let share: Double
  private var tables: LadderTables

  init(_ experiment: Experiment, volume: Double) {
    self.experiment = experiment
    share = volume / experiment.recipe.volume
    tables = LadderTables(experiment.ladder, on: experiment.grid.cells)
  }

  /// Events per second, 1/s, and the particles that there are.
  ///
  /// - Parameter row: particles of each cell from the dimer's on, 1/m³.
  mutating func rates(_ frame: Frame, _ row: [Double]) -> ExpectedEvents {
    while tables.count < row.count + 1 { tables.grow(to: tables.cells.largest + 1) }
    let medium = medium(frame)
    tables.refresh(in: medium)
    let (solute, volume) = (medium.solute, share * frame.volume)
    var rates = ExpectedEvents()
    for (place, number) in row.enumerated() where number > 0 {
      let cell = place + 2
      rates.mostParticles += number * volume
      rates.ladder +=
        number * volume * (tables.attachment[cell] * solute + tables.detachment[cell])
    }
    let molar = volume * PhysicalConstants.avogadro
    if experiment.nucleation == nil {
      rates.ladder += tables.attachment[1] * solute * solute * molar
    }
    for reaction in experiment.network.reactions {
      var forward = reaction
      forward.equilibriumConstant = nil
      let (there, net): (Double, Double) = (
        forward.rate(of: frame.species.span, per: 1, at: frame.temperature),
        reaction.rate(of: frame.species.span, per: 1, at: frame.temperature)
      )
      rates.reactions += max(0, 2 * there - net) * molar
    }
    return rates
  }

  private func medium(_ frame: Frame) -> Medium<Double> {
    var medium = Medium(temperature: frame.temperature, solute: max(0, frame.solute))
    for (ligand, coverage) in zip(experiment.ligands, frame.coverages) {
      if ligand.gates { medium.coverage += coverage }
      let slot = experiment.network.species.firstIndex { $0.name == ligand.name }
      let constant =
        ligand.adsorptionConstant.at(frame.temperature)
        / ligand.desorptionConstant.at(frame.temperature)
      medium.binding += constant * (slot.map { frame.species[$0] } ?? 0)
    }
    return medium
  }
}
