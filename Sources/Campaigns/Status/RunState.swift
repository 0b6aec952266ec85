/// Where a run of a campaign stands.
public enum RunState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody has begun it, or who had was asked to stop.
  case pending
  /// A worker that lives holds its chunk, and has not begun it.
  case claimed
  case running
  case done
  case failed
  /// The time of the worker that held it had run out.
  case timedOut = "timed out"
  /// The worker that held it is dead.
  case lost
}
