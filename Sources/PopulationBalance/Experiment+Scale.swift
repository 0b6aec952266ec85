import Kinetics
import Synthesis

extension Experiment {
  /// All units that are there at the start or will be put in, of what flows through one volume of it,
  /// mol; at least something.
  var scale: Double {
    let injected = recipe.injections.reduce(0) { sum, injection in
      sum + injection.volume
        * (units(in: injection.contents) + units(in: injection.seeds))
    }
    let flowing = recipe.flowThrough.map { flow in
      recipe.volume * (units(in: flow.contents) + units(in: flow.seeds))
    }
    let dissolved = network.species.reduce(0) { $0 + $1.units * $1.initial }
    let set = recipe.events.flatMap(\.settings).reduce(0) {
      $0 + network.species[$1.species].units * $1.concentration
    }
    let total = recipe.volume * (dissolved + set + units(in: seeds)) + injected + (flowing ?? 0)
    guard total == 0 else { return total }
    let contents = recipe.flowThrough?.contents ?? []
    return recipe.volume * max(1e-3, (network.species.map(\.initial) + contents).max() ?? 0)
  }

  /// All of a dopant that is dissolved at the start or will be put in, mol; where that is nothing,
  /// since a reaction makes it, as much as there is of any species.
  func scale(of dopant: Dopant) -> Double {
    guard let slot = network.species.firstIndex(where: { $0.name == dopant.feed }) else { return 0 }
    let injected = recipe.injections.reduce(0) { $0 + $1.volume * $1.contents[slot] }
    let flowing = recipe.flowThrough.map { recipe.volume * $0.contents[slot] } ?? 0
    let total = recipe.volume * network.species[slot].initial + injected + flowing
    return total > 0
      ? total : recipe.volume * max(1e-3, network.species.map(\.initial).max() ?? 0)
  }

  /// Units in dissolved species, mol/m³.
  private func units(in contents: [Double]) -> Double {
    zip(network.species, contents).reduce(0) { $0 + $1.0.units * $1.1 }
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
