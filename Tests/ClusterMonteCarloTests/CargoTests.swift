import ClusterMonteCarlo
import Kinetics
import Laws
import RealModule
import Synthesis
import Testing

/// Dopants in realizations against closed forms, with fixed seeds; each statistic lies within four
/// standard errors but once in 16,000.
@Suite struct CargoTests {
  private static let avogadro = 6.022_140_76e23
  /// A sample in which 1 mol/m³ is so many molecules.
  private static func volume(of molecules: Double) -> Double { molecules / avogadro }

  private static func seeds(_ number: Double, units: Double, in volume: Double) -> SeedPopulation {
    let radius = Double.root(3 * units * 5.6e-29 / (4 * .pi), 3)
    // A little more, so that no share falls to the size below.
    return SeedPopulation(
      number: number / volume, distribution: .single(diameter: 2 * radius * (1 + 1e-12)))
  }

  private static func ladder(growth: Double = 0) -> Ladder {
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(growth / avogadro)
    attachment.exponent = Coefficient(2.0 / 3)
    return Ladder(
      attachment: attachment, energies: [], solubility: Coefficient(0), volumePerUnit: 5.6e-29)
  }

  private static func experiment(
    _ law: any UptakeLaw, ladder: Ladder, seeds: SeedPopulation, solute: Double = 0, dopant: Double,
    holdsDopant: Bool = true, volume: Double, duration: Double,
    coalescence: Coalescence? = nil
  ) -> Experiment {
    Experiment(
      network: ReactionNetwork(
        species: [
          Species(name: "solute", initial: solute, units: 1, isHeld: solute > 0),
          Species(name: "Mn", initial: dopant, isHeld: holdsDopant),
        ], reactions: []),
      ladder: ladder, nucleation: NucleationClosure(NoNucleation()), coalescence: coalescence,
      dopants: [Dopant(name: "Mn", law: law, smallest: 2)],
      recipe: Recipe(volume: volume, program: TemperatureProgram(heldAt: 500)), seeds: [seeds],
      duration: duration, outputs: [duration], crystalFloor: 2, seed: 5,
      monteCarlo: MonteCarlo(volume: volume))
  }

  private static func exchange(
    f: Double, _ extent: PartialExchange.Extent = .particle
  ) -> PartialExchange {
    var law = PartialExchange()
    law.extent = extent
    law.rateConstant = Coefficient(1)
    law.cooperativity = Coefficient(f)
    return law
  }

  /// Crystals that hold none, one, two, ...
  private static func counts(_ experiment: Experiment) -> [Double] {
    let made = experiment.realization()
    #expect(made.interruption == nil)
    return (made.dopants.last?.first?.crystals ?? []).map(Double.init)
  }

  /// Independent uptake is Poisson: P_k = λ^k e^-λ/k!.
  @Test func poisson() {
    let volume = Self.volume(of: 1e4)
    let counts = Self.counts(
      Self.experiment(
        Self.exchange(f: 1), ladder: Self.ladder(),
        seeds: Self.seeds(20_000, units: 1000, in: volume), dopant: 1, volume: volume, duration: 1))
    #expect(counts.reduce(0, +) == 20_000)
    for (k, share) in [0.367879441, 0.367879441, 0.183939721, 0.061313240].enumerated() {
      let error = (share * (1 - share) / 20_000).squareRoot()
      #expect(abs(counts[k] / 20_000 - share) < 4 * error, "\(k)")
    }
  }

  /// The best share of singles is f^(f/(1-f)), after a time ln(1/f)/(1-f).
  @Test(arguments: [0.1, 3.0]) func cooperative(f: Double) {
    let volume = Self.volume(of: 1e4)
    let time = Double.log(1 / f) / (1 - f)
    let counts = Self.counts(
      Self.experiment(
        Self.exchange(f: f), ladder: Self.ladder(),
        seeds: Self.seeds(10_000, units: 1000, in: volume), dopant: 1, volume: volume,
        duration: time))
    let best = Double.pow(f, f / (1 - f))
    let error = (best * (1 - best) / 10_000).squareRoot()
    #expect(abs(counts[1] / 10_000 - best) < 4 * error)
  }

  /// Sites that fill are binomial: mean 300 p, variance 300 p (1 - p).
  @Test func sites() {
    let volume = Self.volume(of: 1e4)
    let time = -Double.log(onePlus: -0.01)
    let counts = Self.counts(
      Self.experiment(
        Self.exchange(f: 1, .volume), ladder: Self.ladder(),
        seeds: Self.seeds(20_000, units: 300, in: volume), dopant: 1, volume: volume,
        duration: time))
    for (k, share) in [0.049040894, 0.148608770, 0.224414254, 0.225169857].enumerated() {
      let error = (share * (1 - share) / 20_000).squareRoot()
      #expect(abs(counts[k] / 20_000 - share) < 4 * error, "\(k)")
    }
  }

  /// Of what adsorbs on crystals that grow, the share [1 + h/(Gτ)]^-1 is buried; and the depth at which
  /// it lies is what grew since.
  @Test func burial() {
    let volume = Self.volume(of: 1e4)
    var law = SurfaceCapture()
    law.residenceTime = Coefficient(0.05)
    // a n^(2/3) c with c = 1 gives dn/dt, and v_m dn/dt/4πr² the same G at every size.
    let growth = 60.0
    let made = Self.experiment(
      law, ladder: Self.ladder(growth: growth), seeds: Self.seeds(100, units: 200, in: volume),
      solute: 1, dopant: 0.02, volume: volume, duration: 0.5
    ).realization()
    #expect(made.interruption == nil)
    let side = Double.root(5.6e-29, 3)
    let area = 4 * Double.pi * Double.pow(3 * 5.6e-29 / (4 * .pi), 2.0 / 3)
    let speed = 5.6e-29 * growth / area
    let share = 1 / (1 + side / (speed * 0.05))
    guard let sample = made.dopants.last?.first else {
      Issue.record("no dopants")
      return
    }
    // Each size takes up σ k n^(2/3) c_d; n follows its mean closely.
    let start = Double.root(200, 3)
    let slope = growth / 3
    func integral(_ time: Double) -> Double {
      (Double.pow(start + slope * time, 3) - Double.pow(start, 3)) / (3 * slope)
    }
    let adsorbed = 100 * growth * 0.02 * integral(0.5)
    let inside = Double(sample.depths.filter { $0 > 0 }.count)
    // What is still on the surface has not been decided on.
    let expected = share * (adsorbed - Double(sample.depths.count) + inside)
    #expect(abs(inside - expected) < 4 * adsorbed.squareRoot(), "\(inside) of \(expected)")
    let deepest = sample.depths.max() ?? 0
    #expect(deepest < 1.25e9 * speed * 0.5 && deepest > 0.9e9 * speed * 0.5, "\(deepest)")
  }

  /// Dopants are neither made nor lost, whatever grows, dissolves and joins.
  @Test func matter() {
    let volume = Self.volume(of: 1e4)
    var law = SurfaceCapture()
    law.sticking = Coefficient(0.5)
    law.residenceTime = Coefficient(1)
    law.diffusivity = Coefficient(1e-19)
    law.expulsionEnergy = Coefficient(1e-20)
    var kernel = ConstantCoalescence()
    kernel.rateConstant = Coefficient(1e-3 * volume)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(0.02)
    var ladder = Self.ladder(growth: 5)
    ladder.energies = [surface]
    ladder.solubility = Coefficient(0.5)
    var experiment = Self.experiment(
      law, ladder: ladder, seeds: Self.seeds(200, units: 60, in: volume), dopant: 0.05,
      holdsDopant: false, volume: volume, duration: 4, coalescence: Coalescence(kernel, smallest: 2)
    )
    experiment.outputs = (1...8).map { 0.5 * Double($0) }
    let made = experiment.realization()
    #expect(made.interruption == nil)
    #expect(made.statistics.coalescences > 20 && made.statistics.passages > 100)
    for (frame, samples) in zip(made.frames, made.dopants) {
      let carried = samples[0].crystals.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      let dissolved = frame.species[1] * volume * Self.avogadro
      #expect(Int(dissolved.rounded()) + carried == 500)
      #expect(frame.matterDefect == 0)
    }
  }

  /// A random site of a 5 nm dot is more than 1 nm deep with probability 0.216.
  @Test func depth() {
    let volume = Self.volume(of: 1e4)
    let units = 4 * Double.pi / 3 * 2.5e-9 * 2.5e-9 * 2.5e-9 / 5.6e-29
    let made = Self.experiment(
      Self.exchange(f: 1), ladder: Self.ladder(), seeds: Self.seeds(5000, units: units, in: volume),
      dopant: 1, volume: volume, duration: 2
    ).realization()
    let depths = made.dopants.last?.first?.depths ?? []
    let deep = Double(depths.filter { $0 > 1 }.count) / Double(depths.count)
    let error = (0.216 * 0.784 / Double(depths.count)).squareRoot()
    #expect(abs(deep - 0.216) < 4 * error)
    #expect(depths.count > 9500)
  }

  /// A stage that ended at a size leaves its layer; births are told.
  @Test func layers() throws {
    let volume = Self.volume(of: 1e4)
    var experiment = Self.experiment(
      Self.exchange(f: 1), ladder: Self.ladder(growth: 3),
      seeds: Self.seeds(50, units: 100, in: volume), solute: 1, dopant: 0, volume: volume,
      duration: 2)
    experiment.dopants = []
    experiment.monteCarlo?.keepsHistories = true
    experiment.recipe.injections = [
      Injection(time: 1, volume: 1e-6 * volume, contents: [0, 0])
    ]
    let made = experiment.realization()
    #expect(made.history?.birthTimes == Array(repeating: 0, count: 50))
    let start = Double.root(3 * 100 * 5.6e-29 / (4 * .pi), 3) * 1e9
    let history = try #require(made.history)
    #expect(history.stageRadii.count == 1)
    for (layer, end) in zip(history.stageRadii[0], history.radii) {
      #expect(layer > start && layer < end)
    }
    let mean = history.radii.reduce(0, +) / 50
    #expect(abs(mean - (made.frames[0].radiusMean ?? 0)) < 1e-9)
  }
}
