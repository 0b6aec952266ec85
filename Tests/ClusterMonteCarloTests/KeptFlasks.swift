import ClusterMonteCarlo
import Kinetics
import Laws
import Synthesis
import Testing

/// Small runs that between them use every part of a realization.
struct KeptFlask: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let experiment: Experiment
  /// Candidates of events from one pause to the next.
  var patience = 30

  private init(
    _ description: String, _ experiment: Experiment, _ method: MonteCarlo.Method,
    volume: Double = 1, patience: Int = 30, tellsHistories: Bool = false
  ) {
    testDescription = "\(description), \(method.rawValue)"
    self.patience = patience
    var sampled = experiment
    sampled.monteCarlo = MonteCarlo(
      method: method, volume: volume * Samples.one, keepsHistories: tellsHistories)
    self.experiment = sampled
  }

  static let all: [KeptFlask] =
    Samples.methods.flatMap {
      [
        KeptFlask("nucleation and ripening", burst, $0),
        KeptFlask("a closure in a stirred tank", tank, $0),
        KeptFlask("coalescence on a ramp", coalescing, $0),
        KeptFlask("injections, a feed and events", fed, $0),
        KeptFlask("heat and ligands", warm, $0),
      ]
    } + [
      KeptFlask("histories", fed, .compositionRejection, tellsHistories: true),
      KeptFlask("dopants", doped, .compositionRejection),
      KeptFlask("dopants in a tank that coalesces", dopedTank, .compositionRejection),
    ] + leaping

  private static let leaping: [KeptFlask] = [MonteCarlo.Method.tauLeaping, .continuousSolute]
    .flatMap {
      [
        KeptFlask("growth and coalescence", leapGrowth, $0, volume: 602, patience: 400),
        KeptFlask("a feed on a ramp", leapFeed, $0, volume: 602, patience: 400),
        KeptFlask("a warm tank", leapTank, $0, volume: 602, patience: 400),
      ]
    }

  private static let species = [
    Species(name: "solute", initial: 20, units: 1), Species(name: "A", initial: 150, units: 1),
  ]
  private static let conversion = Samples.reaction(
    [Samples.term(1)], [Samples.term(0)], Coefficient(0.5, at: 500, energy: 4e4))
  private static let crystals = Samples.ladder(
    Samples.power(0.02), energies: [Samples.surface(4)], solubility: 3)

  private static var burst: Experiment {
    Samples.experiment(species, [conversion], ladder: crystals, outputs: [0, 1, 2.5, 5])
  }

  private static var tank: Experiment {
    var law = ExponentialNucleation()
    law.prefactor = Coefficient(20 / Samples.one)
    law.barrier = Coefficient(12)
    law.nucleusOverCritical = Coefficient(1.2)
    var experiment = burst
    experiment.nucleation = NucleationClosure(law)
    experiment.recipe.flowThrough = FlowThrough(
      residenceTime: 3, contents: [0, 80], seeds: [Samples.seeds(2, of: 40)])
    return experiment
  }

  private static var coalescing: Experiment {
    var law = BrownianCoalescence()
    law.viscosity = Coefficient(2e5)
    var program = TemperatureProgram(heldAt: 500)
    program.hold(for: 1)
    program.ramp(to: 520, rate: 10)
    program.hold(for: 2)
    var experiment = Samples.experiment(
      species, [conversion], ladder: crystals, program: program,
      seeds: [Samples.seeds(30, of: 8)], outputs: [0.5, 1, 2, 4])
    experiment.coalescence = Coalescence(law, smallest: 3)
    return experiment
  }

  private static var fed: Experiment {
    var experiment = Samples.experiment(
      species, [conversion], ladder: crystals,
      injections: [
        Injection(
          time: 1, volume: 0.2 * Samples.one, contents: [100, 0], seeds: [Samples.seeds(50, of: 6)]),
        Injection(time: 1.5, duration: 2, volume: 0.5 * Samples.one, contents: [0, 120]),
      ], outputs: [0.5, 1, 3, 4])
    experiment.recipe.events = [
      FlaskEvent(.time(2), settings: [FlaskEvent.Setting(species: 0, concentration: 40)]),
      FlaskEvent(
        .condition(FlaskEvent.Condition(species: 1, side: .below, concentration: 50)),
        settings: [FlaskEvent.Setting(species: 1, concentration: 90)]),
    ]
    return experiment
  }

  private static var warm: Experiment {
    var gated = LigandGated()
    gated.base = Samples.power(0.04)
    var experiment = Samples.experiment(
      species + [Species(name: "L", initial: 60)],
      [conversion],
      ladder: Samples.ladder(gated, energies: [Samples.surface(4)], solubility: 3),
      injections: [
        Injection(
          time: 2, duration: 1, volume: 0.2 * Samples.one, temperature: 480, contents: [0, 50, 0])
      ], outputs: [1, 2.5, 4])
    experiment.ligands = [
      Ligand(
        name: "L", adsorptionConstant: Coefficient(0.02, at: 500, energy: 3e4),
        desorptionConstant: Coefficient(1, at: 500, energy: 6e4), siteDensity: 4e17)
    ]
    experiment.recipe.heat = HeatBalance(
      transfer: 3e-20, capacity: 1e4, crystallisationEnthalpy: -2e4)
    return experiment
  }

  private static var dopant: Dopant {
    var law = SurfaceCapture()
    law.sticking = Coefficient(0.5)
    law.residenceTime = Coefficient(0.3)
    law.layerThickness = Coefficient(3e-10)
    return Dopant(name: "Mn", law: law, smallest: 4)
  }

  private static var doped: Experiment {
    var experiment = fed
    experiment.network = ReactionNetwork(
      species: experiment.network.species + [Species(name: "Mn", initial: 60)],
      reactions: experiment.network.reactions)
    for place in experiment.recipe.injections.indices {
      experiment.recipe.injections[place].contents.append(20)
    }
    experiment.dopants = [dopant]
    return experiment
  }

  private static var dopedTank: Experiment {
    var experiment = coalescing
    experiment.network = ReactionNetwork(
      species: experiment.network.species + [Species(name: "Mn", initial: 60)],
      reactions: experiment.network.reactions)
    experiment.recipe.flowThrough = FlowThrough(residenceTime: 3, contents: [0, 80, 30])
    experiment.dopants = [dopant]
    return experiment
  }

  /// Crystals that take up what converts, beside a few that come later.
  private static func grown(
    program: TemperatureProgram = TemperatureProgram(heldAt: 513), outputs: [Double]
  ) -> Experiment {
    let ladder = LeapFlasks.ripening(1e-5, balancing: 200)
    var experiment = LeapFlasks.experiment(
      LeapFlasks.network(solute: 2000, precursor: 8000, rate: 0.5), ladder,
      seeds: [LeapFlasks.seeds(200, of: 300, on: ladder)], duration: outputs.last ?? 1,
      outputs: outputs, method: .tauLeaping)
    experiment.recipe.volume = 1e-5
    experiment.recipe.program = program
    return experiment
  }

  private static var leapGrowth: Experiment {
    var law = BrownianCoalescence()
    law.viscosity = Coefficient(2e4)
    var experiment = grown(outputs: [1, 2, 3])
    experiment.coalescence = Coalescence(law, smallest: 10)
    return experiment
  }

  private static var leapFeed: Experiment {
    var program = TemperatureProgram(heldAt: 513)
    program.hold(for: 2)
    program.ramp(to: 523, rate: 5)
    program.hold(for: 3)
    var experiment = grown(program: program, outputs: [1.5, 4, 6])
    experiment.recipe.injections = [
      Injection(time: 1, duration: 4, volume: 3e-6, contents: [0, 40])
    ]
    return experiment
  }

  private static var leapTank: Experiment {
    var experiment = grown(outputs: [1, 3, 6])
    let ladder = experiment.ladder
    experiment.recipe.flowThrough = FlowThrough(
      residenceTime: 3, contents: [0, 30],
      seeds: [LeapFlasks.seeds(100, of: 300, on: ladder)], temperature: 508)
    experiment.recipe.heat = HeatBalance(
      transfer: 1, capacity: 2e6, crystallisationEnthalpy: -3e4)
    return experiment
  }
}
