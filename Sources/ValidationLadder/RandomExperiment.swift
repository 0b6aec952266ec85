import Kinetics
import Laws
import Synthesis

/// Makes syntheses that nobody designed, to find what only designed ones keep.
///
/// Sizes are bounded, so that a hundred syntheses take seconds: a bound of what is drawn here, and not of
/// what the engine can do. Two in five have a closed or open top at some thousand units, and attachment as
/// fast as in real flasks. In the others the grid grows, and attachment is slowed until the largest seed,
/// or a monomer, would gain at most ``reach`` units if it took up solute all the time and nothing else did.
/// 10,000 units are a crystal of 3.6 to 5.5 nm radius.
struct RandomExperiment {
  private var random: RandomNumbers
  private let kind: ExperimentKind

  /// By how many units the largest cluster may grow on a growing grid.
  static let reach = 300.0...10_000

  private init(seed: Int, kind: ExperimentKind) {
    random = RandomNumbers(seed: seed)
    self.kind = kind
  }

  /// The experiment that a seed stands for.
  static func make(_ kind: ExperimentKind, seed: Int) -> Experiment {
    var maker = RandomExperiment(seed: seed, kind: kind)
    return maker.experiment(seed)
  }

  private mutating func experiment(_ seed: Int) -> Experiment {
    let duration = random.decades(20...600)
    let network = network()
    let recipe = recipe(network, duration)
    var experiment = Experiment(
      title: "random \(kind.rawValue) experiment \(seed)", network: network, ladder: ladder(),
      recipe: recipe, seeds: seeds(in: 0.3), duration: duration,
      outputs: (1...5).map { duration * Double($0) / 5 },
      tolerances: Tolerances(relative: random.decades(1e-8...1e-4)),
      crystalFloor: Int.random(in: 2...60, using: &random))
    let exposure = SoluteExposure(of: experiment)
    experiment.ladder.solubility = solubility(under: exposure.peak)
    bound(&experiment, exposure.dose)
    return experiment
  }

  // MARK: - Sizes

  /// Gives the experiment a grid that holds its seeds, and an attachment law that the grid is enough for.
  private mutating func bound(_ experiment: inout Experiment, _ dose: Double) {
    let seeded = experiment.largestSeed
    let attachment = RandomAttachment(using: &random)
    experiment.ladder.attachment = attachment.law()
    guard random.chance(0.6) else {
      experiment.grid = cutGrid(above: seeded)
      return
    }
    let climb = Climb(first: seeded, last: seeded + Int(random.decades(Self.reach)))
    let needed = climb.dose(on: experiment.ladder, at: 500)
    experiment.ladder.attachment = attachment.law(atPace: min(1, needed / dose))
  }

  private mutating func cutGrid(above seeded: Int) -> SizeGrid {
    SizeGrid(
      top: random.chance(0.5) ? .closed : .open,
      largest: max(seeded, Int.random(in: 600...2000, using: &random)))
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
        all[Int.random(in: 0..<2, using: &random)]
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

  /// A ladder to which nothing attaches yet, and from which nothing detaches.
  private mutating func ladder() -> Ladder {
    let volume = random.uniform(2e-29...7e-29)
    let area = Particle(units: 1, volumePerUnit: volume).area
    // E(n) = θ kT n^(2/3) at 500 K
    let theta = random.uniform(4...16)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(theta * PhysicalConstants.boltzmann * 500 / area)
    return Ladder(
      attachment: PowerAttachment(), energies: [surface], solubility: Coefficient(0),
      volumePerUnit: volume, captureRadius: random.chance(0.5) ? .sum : .particle)
  }

  /// A solubility that solute of a concentration (mol/m³) exceeds three to three thousand times at 500 K;
  /// now and then zero.
  private mutating func solubility(under concentration: Double) -> Coefficient {
    let isIrreversible = random.chance(0.1)
    let supersaturation = random.decades(3...3000)
    let energy = random.uniform(0...90e3)
    guard !isIrreversible else { return Coefficient(0) }
    return Coefficient(concentration / supersaturation, at: 500, energy: energy)
  }

  private mutating func seeds(in share: Double) -> [SeedPopulation] {
    random.chance(share) ? [seedPopulation()] : []
  }

  private mutating func seedPopulation() -> SeedPopulation {
    let diameter = random.uniform(1.2e-9...2.4e-9)
    return SeedPopulation(
      number: random.decades(1e20...1e22),
      distribution: random.chance(0.5)
        ? .single(diameter: diameter)
        : .lognormal(mean: diameter, dispersion: random.uniform(0.05...0.12)))
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
      seeds: seeds(in: 0.2))
  }
}

extension Experiment {
  /// The largest particle that is there at the start or comes in an injection, units; one without any.
  fileprivate var largestSeed: Int {
    let seeds = seeds + recipe.injections.flatMap(\.seeds)
    return seeds.reduce(1) { max($0, $1.sizes(on: ladder).last) }
  }
}
