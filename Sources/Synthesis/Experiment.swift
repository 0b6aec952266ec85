public import Kinetics

/// One synthesis: what is in the flask, what is done to it, and what is to be known of it.
public struct Experiment: Sendable {
  public var title: String
  public var network: ReactionNetwork
  public var ladder: Ladder
  /// What replaces the ladder below the nucleus; nil where the ladder nucleates.
  public var nucleation: NucleationClosure?
  /// How particles become one; nil where they stay apart.
  public var coalescence: Coalescence?
  public var ligands: [Ligand]
  /// What particles carry.
  public var dopants: [Dopant]
  public var recipe: Recipe
  public var reactor: Reactor
  public var seeds: [SeedPopulation]
  public var grid: SizeGrid
  /// s.
  public var duration: Double
  /// Times at which the state is kept, s, in order, the last at most the duration.
  public var outputs: [Double]
  public var tolerances: Tolerances
  /// Units from which on a particle counts as a crystal.
  public var crystalFloor: Int
  /// Whether results hold every size.
  public var keepsEverySize: Bool
  public var seed: UInt64
  public var engine: Engine
  /// How realizations are drawn; nil where a scenario says nothing of it.
  public var monteCarlo: MonteCarlo?

  public init(
    title: String = "", network: ReactionNetwork, ladder: Ladder,
    nucleation: NucleationClosure? = nil, coalescence: Coalescence? = nil, ligands: [Ligand] = [],
    dopants: [Dopant] = [], recipe: Recipe, reactor: Reactor = .flask, seeds: [SeedPopulation] = [],
    grid: SizeGrid = SizeGrid(), duration: Double,
    outputs: [Double], tolerances: Tolerances = Tolerances(), crystalFloor: Int = 30,
    keepsEverySize: Bool = false, seed: UInt64 = 1, engine: Engine = .balance,
    monteCarlo: MonteCarlo? = nil
  ) {
    self.title = title
    self.network = network
    self.ladder = ladder
    self.nucleation = nucleation
    self.coalescence = coalescence
    self.ligands = ligands
    self.dopants = dopants
    self.recipe = recipe
    self.reactor = reactor
    self.seeds = seeds
    self.grid = grid
    self.duration = duration
    self.outputs = outputs
    self.tolerances = tolerances
    self.crystalFloor = crystalFloor
    self.keepsEverySize = keepsEverySize
    self.seed = seed
    self.engine = engine
    self.monteCarlo = monteCarlo
  }
}

/// How exactly a balance is integrated.
public struct Tolerances: Sendable, Hashable {
  public var relative: Double
  /// The absolute tolerance of the solute units in a slot, as a share of all solute units.
  public var absolute: Double

  /// The absolute share follows the relative tolerance at its usual distance of a hundred.
  public init(relative: Double = 1e-6, absolute: Double? = nil) {
    self.relative = relative
    self.absolute = absolute ?? relative * 1e-2
  }

  /// What a single step may err by: a twentieth, since the errors of steps add up.
  ///
  /// Measured on ladders of 2,000 to 100,000 sizes at a relative tolerance of 1e-6, number and mean
  /// size at the end are then off by less than 3e-5.
  public var ofStep: Tolerances {
    Tolerances(relative: 0.05 * relative, absolute: 0.05 * absolute)
  }
}
