import RealModule

/// Random numbers that are the same everywhere for one seed.
///
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, *OOPSLA '14*, 453 (2014),
/// doi:10.1145/2660193.2660195.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    .random(in: range, using: &self)
  }

  /// Equally likely in every decade.
  mutating func decades(_ range: ClosedRange<Double>) -> Double {
    .exp(uniform(.log(range.lowerBound) ... .log(range.upperBound)))
  }

  /// True in a share of all cases.
  mutating func chance(_ share: Double) -> Bool { uniform(0...1) < share }
}
