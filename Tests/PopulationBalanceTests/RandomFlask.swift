import Kinetics
import Oracles
import Synthesis

/// A random experiment; by its seed always the same.
struct RandomFlask {
  private var numbers: SeededNumbers
  /// Whether nothing flows in and the temperature holds.
  let isClosed: Bool

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    isClosed = seed.isMultiple(of: 2)
  }

  private mutating func chance() -> Bool { Bool.random(using: &numbers) }

  private mutating func network() -> ReactionNetwork {
    let term = Flasks.term
    func rate(_ value: Double) -> Coefficient { Coefficient(value, at: 513, energy: 7e4) }
    return ReactionNetwork(
      species: [
        Species(name: "solute", initial: numbers.number(0, 1), units: 1),
        Species(name: "A", initial: numbers.number(1, 20), units: 1),
        Species(name: "D", initial: numbers.number(0, 5), units: 2),
        Species(name: "L", initial: numbers.number(1, 20), isHeld: chance()),
      ],
      reactions: [
        Reaction(
          equation: "A + L -> solute", reactants: [term(1, 1), term(3, 1)],
          products: [term(0, 1)], rateConstant: rate(numbers.number(1e-4, 1e-2)),
          yield: chance() ? 1 : numbers.number(0.3, 1), enthalpy: -3e4),
        Reaction(
          equation: "D <-> 2 A", reactants: [term(2, 1)], products: [term(1, 2)],
          rateConstant: rate(numbers.number(1e-3, 1)),
          equilibriumConstant: Coefficient(numbers.number(0.1, 10), at: 513, energy: 2e4)),
        Reaction(
          equation: "A -> solute", reactants: [term(1, 1)], products: [term(0, 1)],
          orders: [term(1, numbers.number(0.8, 2))], rateConstant: rate(numbers.number(1e-3, 0.05))
        ),
      ])
  }

  private mutating func injections() -> [Injection] {
    (0..<Int.random(in: 1...2, using: &numbers)).map { place in
      Injection(
        time: numbers.number(0, 4), duration: place == 0 ? numbers.number(0.1, 3) : 0,
        volume: numbers.number(0.5e-6, 3e-6), temperature: chance() ? 298 : nil,
        contents: [0, numbers.number(0, 50), 0, numbers.number(0, 10)],
        seeds: chance()
          ? [SeedPopulation(number: 1e21, distribution: .single(diameter: 1.7e-9))] : [])
    }
  }

  mutating func experiment() -> Experiment {
    var program = TemperatureProgram(heldAt: numbers.number(480, 520))
    if !isClosed {
      program.ramp(to: numbers.number(480, 530), rate: numbers.number(1, 10))
      program.hold(for: 1)
      if chance() { program.quench(to: 470) }
    }
    let heat = HeatBalance(transfer: 0.5, capacity: 2e6, crystallisationEnthalpy: -5e4)
    let recipe = Recipe(
      volume: 10e-6, program: program, heat: !isClosed && chance() ? heat : nil,
      injections: isClosed ? [] : injections())
    let seeds = SeedPopulation(
      number: 1e21, distribution: .normal(mean: 1.6e-9, dispersion: 0.05))
    return Experiment(
      network: network(), ladder: Flasks.crystals(solubility: numbers.number(1e-4, 1)),
      recipe: recipe, seeds: chance() ? [seeds] : [],
      grid: chance() ? SizeGrid() : SizeGrid(top: .closed, largest: 200), duration: 6,
      outputs: [0, 1, 2.5, 6], tolerances: Tolerances(relative: chance() ? 1e-6 : 1e-4))
  }
}
