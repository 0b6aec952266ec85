public import Checkpoints

/// A stream of random numbers that belongs to one seed and one replicate, whatever else is drawn.
///
/// xoshiro256++: D. Blackman, S. Vigna, *ACM Trans. Math. Softw.* **47**, 36 (2021),
/// doi:10.1145/3460772. Its 256 bits of state are two blocks of Philox, of which seed is the key and
/// replicate the counter: streams of other replicates need not be drawn first, and two of 2^64 overlap
/// with a chance below 2^-64.
public struct RandomStream: RandomNumberGenerator, Sendable {
  public static let name = "xoshiro256++ keyed by philox4x32-10"

  @usableFromInline var state: SIMD4<UInt64>

  public init(seed: UInt64, replicate: Int) {
    let keys = Philox(seed: seed)
    func word(_ index: Int) -> UInt64 { keys.bits(index, ofStream: replicate) }
    state = SIMD4(word(0), word(1), word(2), word(3))
    // The one state that stays zero for ever.
    if state == SIMD4(repeating: 0) { state.x = 1 }
  }

  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    let sum = state.x &+ state.w
    let result = (sum << 23 | sum >> 41) &+ state.x
    let shifted = state.y << 17
    state.z ^= state.x
    state.w ^= state.y
    state.y ^= state.z
    state.x ^= state.w
    state.z ^= shifted
    state.w = state.w << 45 | state.w >> 19
    return result
  }

  /// Uniform in [0, 1).
  @inlinable @inline(__always)
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension RandomStream: Keepable {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&state.x)
    try tape.pass(&state.y)
    try tape.pass(&state.z)
    try tape.pass(&state.w)
  }
}
