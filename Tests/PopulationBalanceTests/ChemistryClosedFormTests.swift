import Foundation
import Kinetics
import PopulationBalance
import Synthesis
import Testing

@Suite("Conversion against closed forms")
struct ChemistryClosedFormTests {
  /// A run without particles; species by their place, solute first.
  private func run(
    _ species: [Species], _ reactions: [Reaction], recipe: Recipe = Flasks.recipe(),
    outputs: [Double], relative: Double = 1e-11
  ) throws -> [Frame] {
    let experiment = Experiment(
      network: ReactionNetwork(
        species: [Species(name: "solute", units: 1)] + species, reactions: reactions),
      ladder: Flasks.inert, recipe: recipe, grid: SizeGrid(top: .closed, largest: 4),
      duration: try #require(outputs.last), outputs: outputs,
      tolerances: Tolerances(relative: relative))
    let trajectory = experiment.balance()
    #expect(trajectory.interruption == nil)
    #expect(trajectory.frames.map(\.time) == outputs)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
    return trajectory.frames
  }

  private let a = Flasks.term(1)
  private let b = Flasks.term(2)
  private let c = Flasks.term(3)

  @Test("V01: first order")
  func firstOrder() throws {
    let frames = try run(
      [Species(name: "A", initial: 9, units: 1), Species(name: "P", units: 1)],
      [Reaction(equation: "", reactants: [a], products: [b], rateConstant: Coefficient(1e-3))],
      outputs: [1000])
    #expect(relativeError(frames[0].species[1], 3.31091497054) <= 1e-8)
    #expect(relativeError(frames[0].species[2], 5.68908502946) <= 1e-8)
  }

  @Test("V02: second order, A + B")
  func secondOrder() throws {
    let frames = try run(
      [
        Species(name: "A", initial: 9, units: 1), Species(name: "B", initial: 10.8),
        Species(name: "P", units: 1),
      ],
      [Reaction(equation: "", reactants: [a, b], products: [c], rateConstant: Coefficient(1e-4))],
      outputs: [100, 1000])
    #expect(relativeError(frames[0].species[3], 0.88441867227) <= 1e-7)
    #expect(relativeError(frames[1].species[3], 4.87780755074) <= 1e-7)
  }

  @Test("V03: in series")
  func series() throws {
    let frames = try run(
      [
        Species(name: "A", initial: 1, units: 1), Species(name: "B", units: 1),
        Species(name: "C", units: 1),
      ],
      [
        Reaction(equation: "", reactants: [a], products: [b], rateConstant: Coefficient(2e-3)),
        Reaction(equation: "", reactants: [b], products: [c], rateConstant: Coefficient(5e-4)),
      ], outputs: [500, 2000])
    #expect(relativeError(frames[0].species[2], 0.547895122533) <= 1e-8)
    #expect(relativeError(frames[1].species[3], 0.515599291401) <= 1e-8)
  }

  @Test("V04: first order on a ramp of 10 K/min")
  func ramp() throws {
    var program = TemperatureProgram(heldAt: 298.15)
    program.ramp(to: 598.15, rate: 10.0 / 60)
    let rate = Coefficient(1e10 * exp(-1.2e5 / (8.31446261815324 * 500)), at: 500, energy: 1.2e5)
    let temperatures = [473.15, 523.15, 553.15]
    let frames = try run(
      [Species(name: "A", initial: 1, units: 1), Species(name: "P", units: 1)],
      [Reaction(equation: "", reactants: [a], products: [b], rateConstant: rate)],
      recipe: Recipe(volume: 1e-5, program: program),
      outputs: temperatures.map { ($0 - 298.15) * 6 }, relative: 1e-9)
    for (frame, expected) in zip(frames, [0.951711906, 0.329608741, 0.004006703]) {
      #expect(abs(frame.species[1] - expected) <= 1e-6 * expected + 1e-9)
    }
    for (frame, temperature) in zip(frames, temperatures) {
      #expect(abs(frame.temperature - temperature) <= 1e-9)
    }
  }

  @Test("2 A -> B: d[A]/dt = -2k[A]², so 1/[A] = 1/[A]_0 + 2kt")
  func dimerisation() throws {
    let frames = try run(
      [Species(name: "A", initial: 5, units: 1), Species(name: "B", units: 2)],
      [
        Reaction(
          equation: "", reactants: [Flasks.term(1, 2)], products: [b],
          rateConstant: Coefficient(0.01))
      ], outputs: [30])
    #expect(relativeError(frames[0].species[1], 1 / (1 / 5.0 + 2 * 0.01 * 30)) <= 1e-9)
  }

  @Test("a reversible reaction ends at its equilibrium constant")
  func reversible() throws {
    let frames = try run(
      [Species(name: "A", initial: 4, units: 1), Species(name: "B", units: 1)],
      [
        Reaction(
          equation: "", reactants: [a], products: [b], rateConstant: Coefficient(0.2),
          equilibriumConstant: Coefficient(3))
      ], outputs: [300])
    #expect(relativeError(frames[0].species[1], 1) <= 1e-9)
    #expect(relativeError(frames[0].species[2], 3) <= 1e-9)
  }

  @Test("a yield below one is lost, and booked")
  func yield() throws {
    let frames = try run(
      [Species(name: "A", initial: 4, units: 1)],
      [
        Reaction(
          equation: "", reactants: [a], products: [Flasks.term(0)],
          rateConstant: Coefficient(0.1), yield: 0.75)
      ], outputs: [1000])
    #expect(relativeError(frames[0].solute, 3) <= 1e-9)
    #expect(relativeError(frames[0].lost, 1) <= 1e-9)
  }
}
