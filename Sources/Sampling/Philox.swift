/// The counter-based random numbers Philox 4x32 with ten rounds.
///
/// A number is a pure function of key and counter: it depends on no other draw, so any part of
/// a design is found again alone.
///
/// J. K. Salmon et al., *SC '11*, doi:10.1145/2063384.2063405.
public struct Philox: Sendable {
  public static let name = "philox4x32-10"

  public let key: SIMD2<UInt32>

  public init(key: SIMD2<UInt32>) {
    self.key = key
  }

  public init(seed: UInt64) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  public func block(at counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var state = counter
    var roundKey = key
    for round in 0..<10 {
      if round > 0 { roundKey &+= Self.weyl }
      let first = UInt64(state.x) * 0xD251_1F53
      let second = UInt64(state.z) * 0xCD9E_8D57
      state = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ state.y ^ roundKey.x,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ state.w ^ roundKey.y,
        UInt32(truncatingIfNeeded: first))
    }
    return state
  }

  /// One draw of 64 random bits: number `index` of stream `stream`.
  public func bits(_ index: Int, ofStream stream: Int) -> UInt64 {
    let counter = UInt64(index)
    let words = block(
      at: SIMD4(
        UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32),
        UInt32(truncatingIfNeeded: stream), 0))
    return UInt64(words.x) << 32 | UInt64(words.y)
  }

  /// One draw uniform in [0, 1).
  public func uniform(_ index: Int, ofStream stream: Int) -> Double {
    Double(bits(index, ofStream: stream) >> 11) * 0x1p-53
  }

  private static let weyl = SIMD2<UInt32>(0x9E37_79B9, 0xBB67_AE85)
}
