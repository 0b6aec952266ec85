import ClusterMonteCarlo
import Kinetics
import Laws
import Oracles
import Synthesis
import Testing

@Suite("A realization")
struct RealizationTests {
  /// A flask in which all that can happen does, with seeded constants.
  private static func flask(_ seed: UInt64) -> Experiment {
    var numbers = SeededNumbers(seed: seed)
    func chance() -> Bool { Bool.random(using: &numbers) }
    func rate(_ value: Double) -> Coefficient { Coefficient(value, at: 500, energy: 7e4) }
    let term = Samples.term
    var program = TemperatureProgram(heldAt: numbers.number(490, 505))
    if chance() { program.ramp(to: numbers.number(480, 520), rate: 20) }
    let injection = Injection(
      time: 0.2, duration: chance() ? 0 : 0.3, volume: 0.5 * Samples.one,
      contents: [5, 40, 10, 3], seeds: [Samples.seeds(4, of: 7)])
    var experiment = Samples.experiment(
      [
        Species(name: "solute", initial: 40, units: 1), Species(name: "A", initial: 60, units: 1),
        Species(name: "D", initial: 20, units: 2),
        Species(name: "L", initial: 5, isHeld: chance()),
      ],
      [
        Reaction(
          equation: "A + L -> solute", reactants: [term(1, 1), term(3, 1)],
          products: [term(0, 1)], rateConstant: rate(0.1), yield: chance() ? 1 : 0.6),
        Samples.reaction([term(2, 1)], [term(1, 2)], rate(0.5), equilibrium: 30),
      ],
      ladder: Samples.ladder(
        Samples.power(0.05), energies: [Samples.surface(3)], solubility: numbers.number(1, 10)),
      program: program, injections: chance() ? [injection] : [],
      seeds: [Samples.seeds(10, of: 6)], outputs: (0...40).map { 0.025 * Double($0) })
    if chance() {
      var law = PowerLawNucleation()
      law.rateConstant = rate(0.3)
      law.nucleusUnits = Coefficient(4.5)
      experiment.nucleation = NucleationClosure(law)
    }
    if chance() {
      var law = ConstantCoalescence()
      law.rateConstant = Coefficient(0.01 * Samples.one)
      experiment.coalescence = Coalescence(law, smallest: 3)
    }
    if chance() { experiment.grid = SizeGrid(top: chance() ? .open : .closed, largest: 40) }
    if chance() {
      experiment.recipe.flowThrough = FlowThrough(
        residenceTime: 2, contents: [10, 30, 0, 0], seeds: [Samples.seeds(3, of: 8)])
      experiment.recipe.injections = []
    }
    experiment.seed = seed
    return experiment
  }

  @Test("keeps every unit, whatever happens", arguments: 1...24 as ClosedRange<UInt64>)
  func matter(seed: UInt64) {
    let experiment = Self.flask(seed)
    for method in Samples.methods {
      for realization in experiment.draw(2, method, { $0 }) {
        #expect(realization.interruption == nil)
        #expect(realization.frames.count == 41)
        #expect(realization.statistics.events > 20)
        // Whole numbers of units, so exactly nothing.
        #expect(realization.frames.allSatisfy { $0.matterDefect == 0 })
        #expect(realization.frames.allSatisfy { $0.species.allSatisfy { $0 >= 0 } })
      }
    }
  }

  @Test("depends on its seed and number alone", arguments: Samples.methods)
  func reproducible(method: MonteCarlo.Method) async {
    var experiment = Self.flask(3)
    experiment.monteCarlo = MonteCarlo(method: method, volume: Samples.one)
    let sampled = experiment
    let alone = sampled.realization(5)
    let among = await withTaskGroup(of: Realization.self) { group in
      for replicate in [9, 5, 0, 5] { group.addTask { sampled.realization(replicate) } }
      return await group.reduce(into: [Realization]()) { $0.append($1) }
    }
    for other in among {
      let isSame =
        other.sizes == alone.sizes && other.frames.last?.species == alone.frames.last?.species
      #expect(isSame == (other.replicate == 5))
    }
    var reseeded = sampled
    reseeded.seed += 1
    #expect(reseeded.realization(5).sizes != alone.sizes)
  }

  @Test("stops where the linear form of Gibbs and Thomson breaks", arguments: Samples.methods)
  func linear(method: MonteCarlo.Method) throws {
    var wells = MagicSize()
    wells.sizes = [4]
    wells.depths = [9 * PhysicalConstants.boltzmann * 500]
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 30, units: 1)],
      ladder: Samples.ladder(Samples.power(0.1), energies: [wells], solubility: 1), outputs: [1])
    experiment.ladder.gibbsThomson = .linear
    let interruption = try #require(experiment.draw(1, method) { $0.interruption }[0])
    #expect(interruption.cause == .failed)
    #expect(interruption.reason.contains("linear"))
  }

  @Test("stops where particles outgrow the largest size allowed", arguments: Samples.methods)
  func outgrown(method: MonteCarlo.Method) throws {
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 200, units: 1)],
      ladder: Samples.ladder(Samples.power(0.1, dimerisation: 0)),
      seeds: [Samples.seeds(1, of: 20)], outputs: [50])
    experiment.grid = SizeGrid(top: .growing, largest: 40)
    let realization = experiment.draw(1, method) { $0 }[0]
    let interruption = try #require(realization.interruption)
    #expect(interruption.reason.contains("40 units"))
    #expect(interruption.time < 50)
    #expect(realization.frames.isEmpty)
  }

  @Test("stops when it is asked to")
  func cancelled() {
    var experiment = Self.flask(4)
    experiment.monteCarlo = MonteCarlo(volume: Samples.one)
    let realization = experiment.realization(0) { $0.time > 0.5 ? .cancel : .proceed }
    #expect(realization.interruption?.cause == .cancelled)
    #expect(!realization.frames.isEmpty && realization.frames.count < 41)
  }
}
