import Kinetics
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// Molecules and particles that may flow out.
  var outflowing: Int { population.count + molecules.reduce(0, +) }

  /// Something flows in, picked by a target between zero and the rate of all that does.
  mutating func arrive(at target: Double) {
    statistics.flows += 1
    switch flow.pick(target) {
    case .molecule(let slot):
      ledger.supplied += units[slot]
      change(slot, by: 1)
    case .particle(let sizes):
      lowerFloor(to: Double(sizes.first))
      enter(sizes.draw(&stream))
    case nil: break
    }
  }

  /// A particle comes from outside.
  mutating func enter(_ size: Int) {
    ledger.supplied += size
    appear(size)
    ledger.add(1, ofSize: size, at: time)
  }

  /// A molecule or a particle flows out, picked by its rank among all.
  mutating func leave(at rank: Double) {
    statistics.flows += 1
    var rest = Int(rank)
    for slot in molecules.indices {
      if rest < molecules[slot] {
        ledger.lost += units[slot]
        change(slot, by: -1)
        return
      }
      rest -= molecules[slot]
    }
    guard rest < population.count else { return }
    let place = population.member(rest)
    let size = population.size(of: place)
    ledger.lost += size
    lose(place, size)
  }

  /// Fills the sample as the scenario fills the flask.
  mutating func fill(_ filling: MonteCarlo.Filling) {
    let volume = surroundings.volume(at: 0)
    for (slot, species) in experiment.network.species.enumerated() where !species.isHeld {
      let number = number(species.initial * volume * PhysicalConstants.avogadro, filling)
      molecules[slot] = number
      ledger.supplied += units[slot] * number
    }
    sow(experiment.seeds, in: volume, filling)
    let molar = PhysicalConstants.avogadro * volume
    let numbers = molecules
    surroundings.cover(
      { Double(numbers[$0]) / molar }, temperature: surroundings.temperature(at: 0))
    for (place, ligand) in surroundings.ligands.enumerated() {
      // What the scenario gives is dissolved; what covers the seeds came with them.
      guard let slot = experiment.network.species.firstIndex(where: { $0.name == ligand.name })
      else { continue }
      let bound = stream.rounded(surroundings.bound(place, on: area.total))
      molecules[slot] += bound
      ledger.supplied += units[slot] * bound
    }
  }

  /// Adds seeds that a volume (m³) of liquid holds.
  private mutating func sow(
    _ seeds: [SeedPopulation], in volume: Double, _ filling: MonteCarlo.Filling
  ) {
    for seed in seeds {
      let sizes = SeedSizes(seed, on: bounds.ladder)
      lowerFloor(to: Double(sizes.first))
      let count = number(seed.number * volume, filling)
      if count > 0 { makeRoom(for: sizes.largest) }
      for _ in 0..<count { enter(sizes.draw(&stream)) }
    }
  }

  private mutating func number(_ mean: Double, _ filling: MonteCarlo.Filling) -> Int {
    filling == .poisson ? stream.poisson(mean) : stream.rounded(mean)
  }

  /// Adds the liquid of an injection all at once.
  mutating func inject(_ injection: Injection, _ filling: MonteCarlo.Filling) {
    let added = injection.volume * surroundings.share
    for (slot, content) in injection.contents.enumerated()
    where content > 0 && !experiment.network.species[slot].isHeld {
      let number = number(content * added * PhysicalConstants.avogadro, filling)
      ledger.supplied += units[slot] * number
      change(slot, by: number)
    }
    sow(injection.seeds, in: added, filling)
  }
}
