import Kinetics
import RealModule
import Sampling
import Synthesis

extension ExactRun where Population: ~Copyable {
  /// A bound on the rate of all that dopants do, 1/s.
  var cargoRate: Double {
    var rate = 0.0
    for kind in cargoRates.dopants.indices {
      let bounds = cargoRates.bounds[kind]
      rate +=
        takingRate(kind)
        + (bounds.desorption + bounds.burial) * Double(cargo.surface[kind].count)
        + bounds.exposure * Double(cargo.buried[kind].count)
    }
    return rate
  }

  /// A bound on the rate of uptake of a dopant, 1/s.
  private func takingRate(_ kind: Int) -> Double {
    number(of: cargoRates.slots[kind]) * PhysicalConstants.avogadro * dilution
      * population.taking(kind)
  }

  /// Tells the particles the bounds of their uptake.
  mutating func bindCargo() {
    for kind in cargoRates.dopants.indices {
      population.bind(uptakeOf: kind, by: cargoRates.bounds[kind].uptake)
    }
  }

  /// A dopant comes, goes, is buried or exposed, picked by a target between zero and the bound.
  mutating func handle(at target: Double) throws(Interruption) {
    var target = target
    for kind in cargoRates.dopants.indices {
      let bounds = cargoRates.bounds[kind]
      let taking = takingRate(kind)
      if target < taking {
        return try take(kind, at: target / taking * population.taking(kind))
      }
      target -= taking
      let onSurface = Double(cargo.surface[kind].count)
      for (bound, pool) in [(bounds.desorption, 0), (bounds.burial, 1)] {
        if target < bound * onSurface {
          let number = cargo.surface[kind][Int(target / bound)]
          return try leaveSurface(number, kind, isBurial: pool == 1, bound)
        }
        target -= bound * onSurface
      }
      if target < bounds.exposure * Double(cargo.buried[kind].count) {
        return try expose(cargo.buried[kind][Int(target / bounds.exposure)], kind)
      }
      target -= bounds.exposure * Double(cargo.buried[kind].count)
    }
  }

  /// The particle that a target between zero and the sum of bounds picks takes a dopant up.
  private mutating func take(
    _ kind: Int, at target: Double
  ) throws(Interruption) {
    // A class may hold sizes that are too small to carry.
    guard let candidate = population.taking(kind, at: target),
      candidate.size >= cargoRates.dopants[kind].smallest
    else { return refuse() }
    let held = cargo.count(kind, in: candidate.place)
    let own = cargoRates.rates(kind, of: candidate.size, bounds, in: medium)
    let uptake = try checked(
      own.uptake(holding: held), below: cargoRates.bounds[kind].uptake[candidate.size])
    guard candidate.draw * thinning(of: cargoRates.slots[kind]) < uptake else { return refuse() }
    let radius = bounds.ladder.radius(ofUnits: Double(candidate.size))
    let onSurface = cargoRates.dopants[kind].law.entersSurface
    statistics.passages += 1
    change(cargoRates.slots[kind], by: -1)
    // What enters the lattice may sit anywhere in it.
    let place = onSurface ? radius : radius * Double.root(stream.uniform(), 3)
    cargo.take(kind, into: candidate.place, isBuried: !onSurface, at: place)
  }

  /// A dopant leaves the surface, for the solution or for the inside.
  private mutating func leaveSurface(
    _ number: Int, _ kind: Int, isBurial: Bool, _ bound: Double
  ) throws(Interruption) {
    let size = population.size(of: cargo.passengers[number].host)
    let own = cargoRates.rates(kind, of: size, bounds, in: medium)
    let rate = try checked(isBurial ? own.burial : own.desorption, below: bound)
    guard stream.uniform() * bound < rate else { return refuse() }
    statistics.passages += 1
    guard isBurial else {
      cargo.release(number)
      change(cargoRates.slots[kind], by: 1)
      return
    }
    cargo.move(number, isBuried: true, at: bounds.ladder.radius(ofUnits: Double(size)))
  }

  /// A particle that one of its buried dopants was picked of has the outermost come to its surface.
  private mutating func expose(
    _ number: Int, _ kind: Int
  ) throws(Interruption) {
    let host = cargo.passengers[number].host
    let size = population.size(of: host)
    let bound = cargoRates.bounds[kind].exposure
    let rate = try checked(
      cargoRates.rates(kind, of: size, bounds, in: medium).exposure, below: bound)
    guard stream.uniform() * bound < rate, let outermost = cargo.outermost(kind, in: host)
    else { return refuse() }
    statistics.passages += 1
    cargo.move(outermost, isBuried: false, at: bounds.ladder.radius(ofUnits: Double(size)))
  }

  /// A particle shrank: what it is too small to carry goes back to the solution.
  mutating func unload(_ place: Int, shrunkTo size: Int) {
    cargo.shrink(place, to: size)
    guard !cargo.holds[place].isEmpty else { return }
    for number in cargo.holds[place] {
      let kind = cargo.passengers[number].kind
      guard size < cargoRates.dopants[kind].smallest else { continue }
      cargo.release(number)
      change(cargoRates.slots[kind], by: 1)
    }
  }

  /// What two particles carried goes to the one that they became.
  mutating func joinCargo(_ places: (Int, Int), _ sizes: (Int, Int), into place: Int) {
    func radius(_ size: Int) -> Double { bounds.ladder.radius(ofUnits: Double(size)) }
    cargo.join(
      (places.0, radius(sizes.0)), (places.1, radius(sizes.1)), into: place,
      radius: radius(sizes.0 + sizes.1))
  }

  /// A stage of the recipe ends.
  mutating func endStage() {
    guard Population.isListed else { return }
    let sizes = cargo.holds.indices.map { population.size(of: $0) }
    cargo.endStage { sizes[$0] }
  }
}
