import Kinetics
import Laws
import Synthesis
import Units

/// Makes syntheses that nobody designed, to find what only designed ones keep.
struct RandomExperiment {
  private var random: RandomNumbers
  private let kind: ExperimentKind

  /// The experiment that a seed stands for.
  static func make(_ kind: ExperimentKind, seed: Int) -> Experiment {
    var maker = RandomExperiment(random: RandomNumbers(seed: seed), kind: kind)
    return maker.experiment(seed)
  }

  private mutating func experiment(_ seed: Int) -> Experiment {
    let duration = random.decades(20...600)
    let network = network()
    let ladder = ladder()
    return Experiment(
      title: "random \(kind.rawValue) experiment \(seed)", network: network, ladder: ladder,
      recipe: recipe(network, duration), seeds: random.chance(0.3) ? [seeds()] : [], grid: grid(),
      duration: duration, outputs: (1...5).map { duration * Double($0) / 5 },
      tolerances: Tolerances(relative: random.decades(1e-8...1e-4)),
      crystalFloor: Int.random(in: 2...60, using: &random))
  }

  // MARK: - Chemistry

  private mutating func network() -> ReactionNetwork {
    let isHeld = kind == .driven && random.chance(0.2)
    let species = [
      Species(name: Species.soluteName, initial: random.chance(0.3) ? amount() : 0, units: 1),
      Species(name: "A", initial: amount(), units: 1, isHeld: isHeld),
      Species(name: "B", initial: amount(), units: 2),
      Species(name: "L", initial: amount(), units: 0),
      Species(name: "I", units: 1),
    ]
    let all = [first(), second(), reversible(), dimer()]
    return ReactionNetwork(
      species: species,
      reactions: all.filter { _ in random.chance(0.6) } + [
        all[Int.random(in: 0..<3, using: &random)]
      ]
    )
  }

  private mutating func amount() -> Double { random.decades(1...30) }

  private mutating func constant(_ range: ClosedRange<Double>) -> Coefficient {
    Coefficient(random.decades(range), at: 500, energy: random.uniform(0...90e3))
  }

  private mutating func first() -> Reaction {
    Reaction(
      equation: "A -> solute", reactants: [term(1, 1)], products: [term(0, 1)],
      rateConstant: constant(1e-3...1e-1), yield: random.chance(0.3) ? random.uniform(0.3...1) : 1)
  }

  private mutating func second() -> Reaction {
    Reaction(
      equation: "B + L -> 2 solute + L", reactants: [term(2, 1), term(3, 1)],
      products: [term(0, 2), term(3, 1)], rateConstant: constant(1e-4...1e-2))
  }

  private mutating func reversible() -> Reaction {
    Reaction(
      equation: "A <-> I", reactants: [term(1, 1)], products: [term(4, 1)],
      rateConstant: constant(1e-3...1e-1), equilibriumConstant: constant(0.1...10))
  }

  private mutating func dimer() -> Reaction {
    Reaction(
      equation: "2 I -> B", reactants: [term(4, 2)], products: [term(2, 1)],
      rateConstant: constant(1e-5...1e-3))
  }

  private func term(_ species: Int, _ count: Double) -> Reaction.Term {
    Reaction.Term(species: species, count: count)
  }

  // MARK: - Particles

  private mutating func ladder() -> Ladder {
    let volume = random.uniform(2e-29...7e-29)
    let area = Particle(units: 1, volumePerUnit: volume).area
    // E(n) = θ kT n^(2/3) at 500 K
    let theta = random.uniform(4...11)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(theta * PhysicalConstants.boltzmann * 500 / area)
    let isIrreversible = random.chance(0.1)
    return Ladder(
      attachment: attachment(), energies: [surface],
      solubility: isIrreversible ? Coefficient(0) : constant(1e-4...1e-2), volumePerUnit: volume,
      captureRadius: random.chance(0.5) ? .sum : .particle)
  }

  /// Any law of the catalogue whose constants have a dimension that a likely range is known for.
  private mutating func attachment() -> any AttachmentLaw {
    let ranges: [Dimension: ClosedRange<Double>] = [
      .velocity: 1e-5...1e-3, .diffusivity: 1e-10...1e-9,
    ]
    let known = LawCatalogue.attachment.filter { law in
      law.constants.allSatisfy { ranges[$0.dimension] != nil }
    }
    let law = known[Int.random(in: known.indices, using: &random)]
    var constants: [String: Coefficient] = [:]
    for constant in law.constants {
      if let range = ranges[constant.dimension] {
        constants[constant.name] = Coefficient(random.decades(range))
      }
    }
    return law.make(constants)
  }

  private mutating func seeds() -> SeedPopulation {
    let diameter = random.uniform(1.5e-9...3.5e-9)
    return SeedPopulation(
      number: random.decades(1e20...1e22),
      distribution: random.chance(0.5)
        ? .single(diameter: diameter)
        : .lognormal(mean: diameter, dispersion: random.uniform(0.05...0.2)))
  }

  private mutating func grid() -> SizeGrid {
    guard random.chance(0.4) else { return SizeGrid() }
    return SizeGrid(
      top: random.chance(0.5) ? .closed : .open, largest: Int.random(in: 600...2000, using: &random)
    )
  }

  // MARK: - Recipe

  private mutating func recipe(_ network: ReactionNetwork, _ duration: Double) -> Recipe {
    let start = random.uniform(400...520)
    var program = TemperatureProgram(heldAt: start)
    guard kind == .driven else { return Recipe(volume: 1e-5, program: program) }
    if random.chance(0.6) {
      program.hold(for: duration * random.uniform(0.05...0.3))
      program.ramp(to: start + random.uniform(-80...60), rate: random.uniform(0.2...5))
    }
    if random.chance(0.3) { program.quench(to: random.uniform(350...420)) }
    let heat = HeatBalance(
      transfer: random.decades(1e-2...1), capacity: 2e6,
      crystallisationEnthalpy: random.uniform(-60e3...0))
    return Recipe(
      volume: 1e-5, program: program, heat: random.chance(0.4) ? heat : nil,
      injections: [injection(network, duration), injection(network, duration)])
  }

  private mutating func injection(_ network: ReactionNetwork, _ duration: Double) -> Injection {
    Injection(
      time: duration * random.uniform(0...0.5),
      duration: random.chance(0.5) ? 0 : duration * random.uniform(0.01...0.4),
      volume: random.decades(1e-7...1e-5),
      temperature: random.chance(0.5) ? random.uniform(290...350) : nil,
      contents: network.species.map { _ in random.chance(0.5) ? random.decades(1...200) : 0 },
      seeds: random.chance(0.2) ? [seeds()] : [])
  }
}
