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
