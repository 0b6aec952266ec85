import Kinetics
import Laws
import Synthesis

/// Small samples in which much leaps.
enum LeapFlasks {
  static let avogadro = 6.022_140_76e23
  static let boltzmann = 1.380_649e-23
  /// Of the sample, m³.
  static let volume = 1e-21

  /// Every pair of a monomer and a particle meets with one hazard, 1/s, whatever its size; nothing
  /// detaches and nothing nucleates.
  static func even(_ hazard: Double, nucleation: Double = 0) -> Ladder {
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(hazard * volume)
    attachment.dimerisation = Coefficient(nucleation)
    return Ladder(
      attachment: attachment, energies: [], solubility: Coefficient(0), volumePerUnit: 5.6e-29)
  }

  /// Surface-limited growth with a Gibbs-Thomson effect: a(n) grows as n^(2/3), and so many monomers
  /// balance the bulk solid.
  static func ripening(_ hazard: Double, balancing monomers: Double) -> Ladder {
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(hazard * volume)
    attachment.exponent = Coefficient(2.0 / 3)
    attachment.dimerisation = Coefficient(0)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(0.10)
    return Ladder(
      attachment: attachment, energies: [surface],
      solubility: Coefficient(monomers / (avogadro * volume)), volumePerUnit: 5.6e-29)
  }

  /// Solute (0) and precursor (1), so many molecules of each, the latter converting at first order.
  static func network(
    solute: Double, precursor: Double = 0, rate: Double = 0
  ) -> ReactionNetwork {
    let molar = avogadro * volume
    return ReactionNetwork(
      species: [
        Species(name: "solute", initial: solute / molar, units: 1),
        Species(name: "A", initial: precursor / molar, units: 1),
      ],
      reactions: [
        Reaction(
          equation: "A -> solute", reactants: [Reaction.Term(species: 1, count: 1)],
          products: [Reaction.Term(species: 0, count: 1)], rateConstant: Coefficient(rate))
      ])
  }

  /// So many seeds of so many units each.
  static func seeds(_ number: Double, of units: Double, on ladder: Ladder) -> SeedPopulation {
    SeedPopulation(
      number: number / volume,
      distribution: .single(diameter: 2 * ladder.radius(ofUnits: units)))
  }

  static func experiment(
    _ network: ReactionNetwork, _ ladder: Ladder, seeds: [SeedPopulation] = [],
    duration: Double, outputs: [Double]? = nil, crystalFloor: Int = 30,
    method: MonteCarlo.Method, leapError: Double = 0.03
  ) -> Experiment {
    Experiment(
      network: network, ladder: ladder,
      recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: 513)), seeds: seeds,
      duration: duration, outputs: outputs ?? [duration], crystalFloor: crystalFloor, seed: 41,
      engine: .monteCarlo,
      monteCarlo: MonteCarlo(method: method, volume: volume, leapError: leapError))
  }
}
