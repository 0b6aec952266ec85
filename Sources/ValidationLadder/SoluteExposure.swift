import Kinetics
import Laws
import PopulationBalance
import Synthesis

/// What particles could take up at most: the solute over time of a synthesis that makes none of them.
///
/// Seeds count as dissolved from the start. No reaction of a random network goes faster where particles take
/// up solute, so the growth of every particle is bounded.
struct SoluteExposure {
  /// ∫ c dt, mol s/m³.
  let dose: Double
  /// The highest concentration, mol/m³.
  let peak: Double

  private static let samples = 100

  init(of experiment: Experiment) {
    let spacing = experiment.duration / Double(Self.samples)
    var flask = experiment.dissolved
    flask.ladder.attachment = PowerAttachment()
    flask.grid = SizeGrid(top: .closed, largest: 16)
    flask.tolerances = Tolerances(relative: 1e-4)
    flask.outputs = (0...Self.samples).map { min(flask.duration, spacing * Double($0)) }
    let solutes = flask.balance().frames.map(\.solute)
    dose = zip(solutes, solutes.dropFirst()).reduce(0) { $0 + max($1.0, $1.1) * spacing }
    peak = solutes.max() ?? 0
  }
}

extension Experiment {
  /// The same synthesis with solute in the place of its seeds.
  fileprivate var dissolved: Experiment {
    var flask = self
    let solute = network.solute
    var species = network.species
    species[solute].initial += units(in: seeds)
    flask.network = ReactionNetwork(species: species, reactions: network.reactions)
    flask.seeds = []
    for index in recipe.injections.indices {
      flask.recipe.injections[index].contents[solute] += units(in: recipe.injections[index].seeds)
      flask.recipe.injections[index].seeds = []
    }
    return flask
  }

  /// Units in particles of one liquid, mol/m³.
  private func units(in seeds: [SeedPopulation]) -> Double {
    seeds.reduce(0) { sum, seed in
      let sizes = seed.sizes(on: ladder)
      let each = sizes.counts.enumerated().reduce(0) {
        $0 + Double(sizes.first + $1.offset) * $1.element
      }
      return sum + seed.number * each / PhysicalConstants.avogadro
    }
  }
}
