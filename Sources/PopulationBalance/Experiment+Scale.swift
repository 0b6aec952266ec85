import Kinetics
import Synthesis

extension Experiment {
  /// All units that are there at the start or will be put in, mol; at least something.
  var scale: Double {
    let injected = recipe.injections.reduce(0) { sum, injection in
      sum + injection.volume
        * (zip(network.species, injection.contents).reduce(0) { $0 + $1.0.units * $1.1 }
          + units(in: injection.seeds))
    }
    let dissolved = network.species.reduce(0) { $0 + $1.units * $1.initial }
    let total = recipe.volume * (dissolved + units(in: seeds)) + injected
    guard total == 0 else { return total }
    return recipe.volume * max(1e-3, network.species.map(\.initial).max() ?? 0)
  }

  /// Units in particles, mol per m³ of the liquid that holds them.
  private func units(in seeds: [SeedPopulation]) -> Double {
    seeds.reduce(0) { sum, seed in
      let sizes = seed.sizes(on: ladder)
      let mean = sizes.counts.enumerated().reduce(0) {
        $0 + Double(sizes.first + $1.offset) * $1.element
      }
      return sum + mean * seed.number / PhysicalConstants.avogadro
    }
  }
}
