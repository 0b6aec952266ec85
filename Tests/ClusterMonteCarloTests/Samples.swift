import ClusterMonteCarlo
import Kinetics
import Laws
import Synthesis

/// Small samples that tests draw realizations of.
enum Samples {
  /// The volume in which one mol/m³ is one molecule, m³.
  static let one = 1 / PhysicalConstants.avogadro

  static let methods: [MonteCarlo.Method] = [.direct, .compositionRejection]

  static func term(_ species: Int, _ count: Double = 1) -> Reaction.Term {
    Reaction.Term(species: species, count: count)
  }

  /// A reaction between species by their places, at a rate constant in counts.
  static func reaction(
    _ reactants: [Reaction.Term], _ products: [Reaction.Term], _ rate: Coefficient,
    equilibrium: Double? = nil
  ) -> Reaction {
    Reaction(
      equation: "", reactants: reactants, products: products, rateConstant: rate,
      equilibriumConstant: equilibrium.map { Coefficient($0) })
  }

  /// Attachment at one rate on every size, in counts: k per monomer and particle in ``one``.
  static func power(_ rate: Double, dimerisation: Double = 1) -> PowerAttachment {
    var law = PowerAttachment()
    law.rateConstant = Coefficient(rate * one)
    law.dimerisation = Coefficient(dimerisation)
    return law
  }

  static func ladder(
    _ attachment: any AttachmentLaw = PowerAttachment(), energies: [any ParticleEnergy] = [],
    solubility: Double = 0
  ) -> Ladder {
    Ladder(
      attachment: attachment, energies: energies, solubility: Coefficient(solubility),
      volumePerUnit: 5.6e-29)
  }

  /// γ 4πr² at 500 K, in kT for the monomer.
  static func surface(_ theta: Double) -> SurfaceEnergy {
    var law = SurfaceEnergy()
    let area = Particle(units: 1, volumePerUnit: 5.6e-29).area
    law.surfaceEnergy = Coefficient(theta * PhysicalConstants.boltzmann * 500 / area)
    return law
  }

  /// Seeds of whole units, so many in a volume of ``one`` m³.
  static func seeds(_ number: Double, of units: Int) -> SeedPopulation {
    let radius = ladder().radius(ofUnits: Double(units))
    return SeedPopulation(
      number: number / one,
      distribution: .histogram(
        edges: [2 * radius * (1 - 1e-6), 2 * radius * (1 + 1e-6)], counts: [1]))
  }

  /// A flask of ``one`` at 500 K.
  static func experiment(
    _ species: [Species], _ reactions: [Reaction] = [], ladder: Ladder = Samples.ladder(),
    program: TemperatureProgram = TemperatureProgram(heldAt: 500), injections: [Injection] = [],
    seeds: [SeedPopulation] = [], outputs: [Double]
  ) -> Experiment {
    let hasSolute = species.contains { $0.name == Species.soluteName }
    let all = species + (hasSolute ? [] : [Species(name: Species.soluteName, units: 1)])
    return Experiment(
      network: ReactionNetwork(species: all, reactions: reactions), ladder: ladder,
      recipe: Recipe(volume: one, program: program, injections: injections), seeds: seeds,
      duration: outputs.last ?? 0, outputs: outputs, crystalFloor: 2)
  }
}

extension Experiment {
  /// What each of so many realizations gives.
  func draw<Value>(
    _ count: Int, _ method: MonteCarlo.Method = .compositionRejection, volume: Double = 1,
    _ read: (Realization) -> Value
  ) -> [Value] {
    var sampled = self
    sampled.monteCarlo = MonteCarlo(method: method, volume: volume * Samples.one)
    return (0..<count).map { read(sampled.realization($0)) }
  }
}
