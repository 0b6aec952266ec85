/// A sign of life in a shard: its writer is there, and this is the run that it makes.
struct Beat: Sendable, Equatable, Codable {
  var count: Int
  /// The run in the making, and for how many seconds.
  var run: Int?
  var seconds: Double
}

/// The last line of a shard whose writer has come to an end of its own will.
struct AttemptEnd: Sendable, Equatable, Codable {
  /// Runs of this attempt, and the seconds that all of them took.
  var done: Int
  var failed: Int
  var seconds: Double
  /// What made it stop before it had all it was asked for.
  var stop: StopReason?
  /// The whole chunk as it was then, whoever made its runs.
  var chunk: ChunkTally
}

/// Why a worker stops before its work is done.
public enum StopReason: String, Sendable, Hashable, Codable {
  case interrupted = "SIGINT"
  case terminated = "SIGTERM"
  case warned = "SIGUSR1"
  case warnedAgain = "SIGUSR2"
  case walltime
  case cancelled

  /// Whether time had run out, so that the run was good and only too long.
  public var isTimeout: Bool {
    switch self {
    case .warned, .warnedAgain, .walltime: true
    case .interrupted, .terminated, .cancelled: false
    }
  }
}

/// Which runs of a chunk have a result.
struct ChunkTally: Sendable, Equatable, Codable {
  var done: IndexRanges
  var failed: [FailureTally]

  var failedCount: Int { failed.reduce(0) { $0 + $1.runs.count } }
}

/// Runs that failed for the same reason.
struct FailureTally: Sendable, Equatable, Codable {
  var reason: String
  var runs: IndexRanges
}
