import Kinetics

extension Experiment {
  /// Molecules of each species that a volume of the flask holds at the start or is given, by expectation.
  ///
  /// What flows through a stirred tank counts once for every residence time.
  public func molecules(in volume: Double) -> [Double] {
    network.species.indices.map { species in
      let amount = total { contents, _ in contents[species] }
      return amount * volume * PhysicalConstants.avogadro
    }
  }

  /// Seeds that a volume of the flask holds at the start or is given, by expectation.
  public func seedParticles(in volume: Double) -> Double {
    total { _, seeds in seeds.reduce(0) { $0 + $1.number } } * volume
  }

  /// Everything that is there or comes, per volume of the liquid at the start.
  private func total(_ value: ([Double], [SeedPopulation]) -> Double) -> Double {
    let start = value(network.species.map(\.initial), seeds)
    let injected = recipe.injections.reduce(0) {
      $0 + value($1.contents, $1.seeds) * $1.volume / recipe.volume
    }
    let flowing = recipe.flowThrough.map {
      value($0.contents, $0.seeds) * duration / $0.residenceTime
    }
    return start + injected + (flowing ?? 0)
  }
}
