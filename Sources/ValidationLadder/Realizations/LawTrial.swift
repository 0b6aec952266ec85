import Kinetics
import Laws
import Synthesis

/// A law in a small flask in which its rate shows.
struct LawTrial: Sendable {
  /// What a law's rate is multiplied by to see whether that shows.
  static let raise = 1.01

  /// The law's role, name and form.
  let name: String
  /// With the law as it is.
  let experiment: Experiment
  /// With its rate raised.
  let raised: Experiment

  /// - Parameter make: the flask with the law at a multiple of its rate.
  init(_ name: String, _ make: (Double) -> Experiment) {
    self.name = name
    experiment = make(1)
    raised = make(Self.raise)
  }
}

extension LawTrial {
  static let temperature = 500.0
  static let volumePerUnit = 5.6e-29

  /// The coverage and the binding of ligands that trials are made for.
  static let ligandMedium = (coverage: 0.4, binding: 2.0 / 3)

  /// A flask of dissolved species, with outputs in which a time is gone through by and by.
  static func flask(
    _ species: [Species], _ reactions: [Reaction] = [], ladder: Ladder, for duration: Double
  ) -> Experiment {
    let all =
      species.contains { $0.name == Species.soluteName }
      ? species : species + [Species(name: Species.soluteName, units: 1)]
    return Experiment(
      network: ReactionNetwork(species: all, reactions: reactions), ladder: ladder,
      recipe: Recipe(volume: 1e-6, program: TemperatureProgram(heldAt: temperature)),
      duration: duration, outputs: [0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1].map { $0 * duration },
      tolerances: Tolerances(relative: 1e-8), crystalFloor: 2)
  }

  /// A ladder on which nothing happens.
  static var still: Ladder {
    Ladder(
      attachment: PowerAttachment(), energies: [], solubility: Coefficient(0),
      volumePerUnit: volumePerUnit)
  }

  /// Seeds of whole units, mol/m³.
  static func seeds(_ concentration: Double, of units: Int) -> SeedPopulation {
    let diameter = 2 * still.radius(ofUnits: Double(units))
    return SeedPopulation(
      number: concentration * PhysicalConstants.avogadro,
      distribution: .histogram(
        edges: [diameter * (1 - 1e-6), diameter * (1 + 1e-6)], counts: [1]))
  }

  /// γ 4πr² of so many kT for the monomer.
  static func surface(_ theta: Double) -> SurfaceEnergy {
    var law = SurfaceEnergy()
    let area = Particle(units: 1, volumePerUnit: volumePerUnit).area
    law.surfaceEnergy = Coefficient(theta * PhysicalConstants.boltzmann * temperature / area)
    return law
  }

  /// Attachment of so many units a second at 1 mol/m³, at first on every size alike.
  static func power(_ rate: Double, exponent: Double = 0) -> PowerAttachment {
    var law = PowerAttachment()
    law.rateConstant = Coefficient(rate / PhysicalConstants.avogadro)
    law.exponent = Coefficient(exponent)
    return law
  }
}

extension Experiment {
  /// With a ligand on the surface that exchanges some ten times in the run, where a law reads one.
  func covered(where reads: MediumVariables) -> Experiment {
    guard !reads.isDisjoint(with: [.coverage, .binding]) else { return self }
    var covered = self
    let dissolved = 2.0
    let leaving = 10 / duration
    covered.network = ReactionNetwork(
      species: network.species + [Species(name: "ligand", initial: dissolved)],
      reactions: network.reactions)
    covered.ligands = [
      Ligand(
        name: "ligand",
        adsorptionConstant: Coefficient(LawTrial.ligandMedium.binding / dissolved * leaving),
        desorptionConstant: Coefficient(leaving), siteDensity: 1e17)
    ]
    return covered
  }
}
