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
