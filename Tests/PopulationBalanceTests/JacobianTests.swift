import Kinetics
import Laws
import Oracles
import Sundials
import Synthesis
import Testing

@testable import PopulationBalance

/// A flask in which everything that a Jacobian must know happens at once.
struct CrowdedFlask: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var hasHeat = false
  var hasFeed = false
  var heldSolute = false
  var heldLigand = false
  var top = SizeGrid.Top.closed
  var isThermal = false
  var kind = SizeGrid.Kind.exact
  var hasNoise = true
  var hasClosure = false
  var hasLigands = false
  var flowsThrough = false
  var hasDopants = false

  static let all = [
    CrowdedFlask(testDescription: "closed"),
    CrowdedFlask(testDescription: "heat balance", hasHeat: true, isThermal: true),
    CrowdedFlask(testDescription: "feed", hasFeed: true),
    CrowdedFlask(
      testDescription: "heat balance, feed, held ligand", hasHeat: true, hasFeed: true,
      heldLigand: true, isThermal: true),
    CrowdedFlask(testDescription: "held solute, open top", heldSolute: true, top: .open),
    CrowdedFlask(testDescription: "open top", top: .open),
    CrowdedFlask(testDescription: "hybrid grid", kind: .hybrid),
    CrowdedFlask(
      testDescription: "hybrid grid, heat balance, open top", hasHeat: true, top: .open,
      isThermal: true, kind: .hybrid),
    CrowdedFlask(testDescription: "closure", hasClosure: true),
    CrowdedFlask(
      testDescription: "closure, hybrid grid without noise", kind: .hybrid, hasNoise: false,
      hasClosure: true),
    CrowdedFlask(testDescription: "flow", kind: .hybrid, flowsThrough: true),
    CrowdedFlask(testDescription: "ligands", hasLigands: true),
    CrowdedFlask(
      testDescription: "everything of a closure", hasHeat: true, isThermal: true, kind: .hybrid,
      hasClosure: true, hasLigands: true, flowsThrough: true),
    CrowdedFlask(testDescription: "dopants", hasDopants: true),
    CrowdedFlask(
      testDescription: "dopants, heat balance, feed, held dopant, open top", hasHeat: true,
      hasFeed: true, heldLigand: true, top: .open, isThermal: true, hasDopants: true),
    CrowdedFlask(
      testDescription: "dopants, flow, hybrid grid", kind: .hybrid, flowsThrough: true,
      hasDopants: true),
    CrowdedFlask(
      testDescription: "dopants, closure, hybrid grid without noise", kind: .hybrid,
      hasNoise: false, hasClosure: true, hasDopants: true),
    CrowdedFlask(
      testDescription: "everything", hasHeat: true, hasFeed: true, heldSolute: true,
      heldLigand: true, top: .open, isThermal: true),
  ]

  static func named(_ name: String) -> CrowdedFlask {
    all.first { $0.testDescription == name } ?? all[0]
  }

  private func constant(_ value: Double, _ energy: Double) -> Coefficient {
    isThermal ? Coefficient(value, at: 300, energy: energy) : Coefficient(value)
  }

  private var network: ReactionNetwork {
    let term = Flasks.term
    return ReactionNetwork(
      species: [
        Species(name: "A", initial: 2, units: 1),
        Species(name: "L", initial: 1, isHeld: heldLigand),
        Species(name: "solute", initial: 3, units: 1, isHeld: heldSolute),
        Species(name: "M", initial: 2),
      ],
      reactions: [
        Reaction(
          equation: "A + L -> solute", reactants: [term(0, 1), term(1, 1)],
          products: [term(2, 1)], orders: [term(0, 1.5), term(1, 0.5)],
          rateConstant: constant(0.3, 2e4), yield: 0.8, enthalpy: -700),
        Reaction(
          equation: "A <-> solute + L", reactants: [term(0, 1)],
          products: [term(2, 1), term(1, 1)], rateConstant: constant(0.2, 3e4),
          equilibriumConstant: constant(1.5, -1e4), enthalpy: 300),
        Reaction(
          equation: "2 A -> 2 solute", reactants: [term(0, 2)], products: [term(2, 2)],
          rateConstant: constant(0.1, 1e4)),
      ])
  }

  private var ladder: Ladder {
    var ladder = Flasks.dimensionless(theta: 2)
    var attachment = PowerAttachment()
    attachment.rateConstant = constant(1 / Flasks.avogadro, 1e4)
    attachment.exponent = Coefficient(1.0 / 3)
    ladder.attachment = attachment
    ladder.solubility = constant(1, 2e4)
    ladder.releases = ["L": 0.5]
    if hasLigands { ladder.attachment = GatedAttachment() }
    return ladder
  }

  /// Two ligands, of which one takes part in reactions.
  private var ligands: [Ligand] {
    ["L", "M"].map { name in
      Ligand(
        name: name, adsorptionConstant: constant(0.4, 1e4), desorptionConstant: constant(0.3, 2e4),
        siteDensity: 0.02, initialCoverage: 0.2, gates: name == "L")
    }
  }

  /// One that comes and goes, and one that stays and is met in reactions too.
  private var dopants: [Dopant] {
    var capture = SurfaceCapture()
    capture.sticking = constant(0.7, 1e4)
    capture.residenceTime = constant(0.5, -1e4)
    capture.layerThickness = Coefficient(0.4)
    capture.diffusivity = constant(0.05, 2e4)
    capture.expulsionEnergy = Coefficient(1e-20)
    capture.referenceDiameter = Coefficient(2)
    var exchange = PartialExchange()
    exchange.rateConstant = constant(0.1, 1e4)
    exchange.cooperativity = constant(0.3, -1e4)
    return [
      Dopant(name: "M", law: capture, smallest: 5), Dopant(name: "L", law: exchange, smallest: 10),
    ]
  }

  var experiment: Experiment {
    let injection = Injection(
      time: 0, duration: 10, volume: 2, temperature: 280, contents: [1, 0.5, 2, 0.1],
      seeds: [SeedPopulation(number: 1e23, distribution: .single(diameter: 4))])
    let heat = HeatBalance(transfer: 5, capacity: 40, crystallisationEnthalpy: -500)
    return Experiment(
      network: network, ladder: ladder,
      nucleation: hasClosure ? NucleationClosure(PartneredNucleation(), partner: "A") : nil,
      ligands: hasLigands ? ligands : [], dopants: hasDopants ? dopants : [],
      recipe: Recipe(
        volume: 1.5, program: TemperatureProgram(heldAt: 310), heat: hasHeat ? heat : nil,
        injections: hasFeed ? [injection] : [],
        flowThrough: flowsThrough ? FlowThrough(residenceTime: 3, contents: [1, 2, 0, 0.3]) : nil),
      grid: SizeGrid(
        kind: kind, top: top, largest: 25, unitCells: 8, cellRatio: 0.3, hasGrowthNoise: hasNoise),
      duration: 10, outputs: [10])
  }
}

extension Experiment {
  /// The balance of this experiment in its first stretch, tables grown to the grid's top.
  func firstBalance() -> (balance: GridBalance, state: [Double]) {
    var balance = GridBalance(self)
    var state = balance.filled(with: self).amounts
    balance.grow(to: grid.largest)
    balance.widen(&state)
    balance.enter(0...duration)
    return (balance, state)
  }
}

@Suite("The Jacobian of a balance")
struct JacobianTests {
  @Test("agrees with central differences of the right-hand side", arguments: CrowdedFlask.all)
  func centralDifferences(flask: CrowdedFlask) {
    var (balance, state) = flask.experiment.firstBalance()
    var numbers = SeededNumbers(seed: 5)
    for slot in state.indices
    where
      !(balance.layout.hasTemperature
      && slot == balance.layout.temperature)
    {
      state[slot] = numbers.number(0.2, 3)
    }
    let time = 4.0
    var jacobian = balance.makeJacobian()
    jacobian.resize(toHold: state.count)
    // What an earlier evaluation left must not stay.
    balance.differentiate(&jacobian, at: time, state: state.span)
    balance.differentiate(&jacobian, at: time, state: state.span)
    let exact = jacobian.dense()
    for column in state.indices {
      let step = 1e-5 * state[column]
      let up = rates(&balance, state, column, step, time)
      let down = rates(&balance, state, column, -step, time)
      // The worst entry of the column, as a multiple of what it may be off.
      let worst = state.indices.reduce(0.0) { worst, row in
        let difference = (up[row] - down[row]) / (2 * step)
        let noise = 1e-14 * max(10, abs(up[row])) / step
        let allowed = 1e-6 * abs(difference) + noise
        return max(worst, abs(exact[row][column] - difference) / allowed)
      }
      #expect(worst <= 1, "column \(column)")
    }
  }

  private func rates(
    _ balance: inout GridBalance, _ state: [Double], _ slot: Int, _ step: Double,
    _ time: Double
  ) -> [Double] {
    var moved = state
    moved[slot] += step
    var rates = [Double](repeating: .nan, count: state.count)
    var target = rates.mutableSpan
    balance.evaluate(&target, at: time, state: moved.span)
    return rates
  }
}

@Suite("Newton matrices of real runs")
struct NewtonMatrixTests {
  @Test(
    "the arrow's solution agrees with a dense LAPACK solve",
    arguments: [
      ("ladder with precursor", Flasks.synthesis(grid: SizeGrid(top: .closed, largest: 100))),
      ("two species, heat balance", CrowdedFlask.all[3].experiment),
      ("held solute, open top", CrowdedFlask.all[4].experiment),
      ("dopants", CrowdedFlask.named("dopants").experiment),
    ])
  func newton(name: String, experiment: Experiment) throws {
    let (balance, state) = experiment.firstBalance()
    var integrator = try StiffIntegrator(balance, state: state, at: 0)
    var conditions = [Double]()
    for share in [0.02, 0.3, 1] {
      let stop = share * experiment.duration
      while integrator.time < stop { try integrator.step(toward: stop) }
      let reached = integrator.withState { state in state.indices.map { state[$0] } }
      var jacobian = balance.makeJacobian()
      jacobian.resize(toHold: reached.count)
      integrator.withProblem { $0.differentiate(&jacobian, at: stop, state: reached.span) }
      var numbers = SeededNumbers(seed: 11)
      for gamma in [1e-4, 0.1] {
        let oracle = DenseOracle(newtonMatrixOf: jacobian.dense(), gamma: gamma)
        let right = reached.map { _ in numbers.number(-1, 1) }
        var factors = ArrowFactors()
        let isRegular = factors.factor(jacobian, scaledBy: gamma)
        #expect(isRegular)
        var solution = right
        var entries = solution.mutableSpan
        factors.solve(&entries)
        #expect(oracle.residual(of: solution, for: right) <= 1e-12)
        let expected = try #require(oracle.solution(for: right))
        let condition = oracle.conditionNumber
        conditions.append(condition)
        #expect(DenseOracle.distance(solution, expected) <= 1e-14 * max(100, condition))
      }
    }
    Attachment.record("\(name): condition numbers \(conditions)", named: "conditions.txt")
  }
}
