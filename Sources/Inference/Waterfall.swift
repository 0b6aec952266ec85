/// All fits of a multi-start, the best first.
///
/// Fits that ended on one level came to one minimum; a best level that only one start has reached
/// may not be the lowest there is.
public struct Waterfall: Sendable {
  /// Those that have a minimum, by objective and then by number.
  public let fits: [Attempt]
  /// Those that could not start or ended in failure.
  public let failed: [Attempt]

  public init(_ attempts: [Attempt]) {
    func isUsable(_ attempt: Attempt) -> Bool {
      guard let fit = attempt.fit else { return false }
      return fit.outcome.kind != .failed && fit.objective.isFinite
    }
    fits = attempts.filter(isUsable).sorted {
      let (one, other) = ($0.fit?.objective ?? .infinity, $1.fit?.objective ?? .infinity)
      return one == other ? $0.index < $1.index : one < other
    }
    failed = attempts.filter { !isUsable($0) }.sorted { $0.index < $1.index }
  }

  public var best: Fit? { fits.first?.fit }

  /// How many fits ended within so much of the best in chi-square.
  public func countOnBestLevel(within difference: Double = 0.1) -> Int {
    guard let best else { return 0 }
    return fits.count { ($0.fit?.objective ?? .infinity) <= best.objective + difference }
  }
}
