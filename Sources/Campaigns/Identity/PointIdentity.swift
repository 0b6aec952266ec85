import Results

/// What a point is: the SHA-256 of its resolved text without output settings.
///
/// Two points are the same where the same experiment would be run, whatever the sweep.
public struct PointIdentity: Sendable, Hashable {
  /// 64 hexadecimal digits.
  public let digits: String

  public init(ofResolvedText text: String) {
    digits = SHA256.digits(of: text)
  }

  init(digits: String) {
    self.digits = digits
  }

  static let digitCount = 64

  /// The seed of one run: a pure function of the sweep's seed, the point and the replicate.
  ///
  /// Below 2^53, so that every program that reads a table keeps it whole.
  public func seed(ofSweep sweepSeed: UInt64, replicate: Int) -> UInt64 {
    let digest = SHA256.digits(of: "qdsynth run seed\n\(sweepSeed)\n\(digits)\n\(replicate)\n")
    return (UInt64(digest.prefix(16), radix: 16) ?? 0) >> 11
  }
}
