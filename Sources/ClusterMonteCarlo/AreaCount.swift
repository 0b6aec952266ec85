import Kinetics

/// The surface of all particles, followed where ligands sit on it.
struct AreaCount: Sendable {
  /// m².
  private(set) var total = 0.0
  private let isCounted: Bool
  private let volumePerUnit: Double

  init(isCounted: Bool = false, on ladder: Ladder? = nil) {
    self.isCounted = isCounted
    volumePerUnit = ladder?.volumePerUnit ?? 0
  }

  /// Adds the surface of a particle.
  @inline(__always)
  mutating func add(_ size: Int) { if isCounted { total += area(size) } }

  @inline(__always)
  mutating func remove(_ size: Int) { if isCounted { total -= area(size) } }

  private func area(_ size: Int) -> Double {
    Particle(units: Double(size), volumePerUnit: volumePerUnit).area
  }

  /// Counts anew, so that no round-off gathers.
  mutating func recount(_ population: borrowing some ParticlePopulation & ~Copyable) {
    guard isCounted else { return }
    total = 0
    population.forEachSize { total += Double($1) * area($0) }
  }
}
