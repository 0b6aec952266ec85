import RealModule

/// What is kept of the dopants of one kind in a replicate at one time.
struct DopantTally: Sendable {
  /// Crystals, and those of them that carry exactly one.
  var crystals = 0
  var singles = 0
  /// Crystals whose only dopant lies deeper than each of the depths that are asked for; nil where it is
  /// not told where dopants lie.
  var deepSingles: [Int]?
  /// Dopants in crystals.
  var carried = 0
  /// Dopants of which it is told where they lie.
  var located = 0
  /// Σ d and Σ d² over their depths, nm and nm².
  var depth = 0.0
  var depthSquared = 0.0
  /// Σ sinc²(πρ/R) and the sum of its squares, ρ = R - d.
  var exchange = 0.0
  var exchangeSquared = 0.0

  /// - Parameter depths: nm.
  init(_ sample: DopantSample, deeperThan depths: [Double]) {
    crystals = sample.crystals.reduce(0, +)
    singles = sample.crystals.count > 1 ? sample.crystals[1] : 0
    carried = sample.crystals.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    located = sample.depths.count
    if located == carried {
      deepSingles = depths.map { depth in
        zip(sample.depths, sample.hostCounts).count { $0.0 > depth && $0.1 == 1 }
      }
    }
    for (depth, radius) in zip(sample.depths, sample.hostRadii) {
      self.depth += depth
      depthSquared += depth * depth
      let strength = Self.exchange(atDepth: depth, in: radius)
      exchange += strength
      exchangeSquared += strength * strength
    }
  }

  /// Exchange of a carrier in the lowest state of an infinite spherical well with an ion, over that at
  /// the centre.
  ///
  ///     |ψ(ρ)|²/|ψ(0)|² = [sin(πρ/R)/(πρ/R)]²
  ///
  /// Al. L. Efros, A. L. Efros, *Sov. Phys. Semicond.* **16**, 772 (1982). Over positions that are
  /// uniform in the sphere its mean is 3/(2π²) = 1/6.58.
  static func exchange(atDepth depth: Double, in radius: Double) -> Double {
    guard radius > 0 else { return 0 }
    let phase = Double.pi * min(1, max(0, 1 - depth / radius))
    guard phase > 1e-8 else { return 1 }
    let amplitude = Double.sin(phase) / phase
    return amplitude * amplitude
  }
}
