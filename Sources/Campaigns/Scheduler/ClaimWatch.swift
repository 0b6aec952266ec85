import Synchronization

/// Looks at claims of which nobody can tell whether their writer lives, until they have stood still for long.
///
/// No clock but this process's own is trusted: a claim is dead when its file has not grown for
/// ``beats`` of the intervals at which its writer gives signs of life.
final class ClaimWatch: Sendable {
  private struct Sight {
    var length: Int
    var since: ContinuousClock.Instant
  }

  private let sights = Mutex<[Attempt: Sight]>([:])

  static let beats = 3.0

  /// Whether a claim has stood still for so long by now.
  func isDead(_ attempt: Attempt, beat: Double) -> Bool {
    let length = SystemFile.trace(of: attempt.path)?.length ?? 0
    return sights.withLock { sights in
      guard let sight = sights[attempt], sight.length == length else {
        sights[attempt] = Sight(length: length, since: .now)
        return false
      }
      return ContinuousClock.now - sight.since > .seconds(Self.beats * beat)
    }
  }
}
