/// Who wrote a shard, and what it was asked to hold: the first line of it.
struct ShardHeader: Sendable, Equatable, Codable {
  /// SHA-256 of the plan.
  var plan: String
  var chunk: Int
  var attempt: Int
  var worker: WorkerProcess
  /// The submission that asked for it and the number of the task in it, where there is one.
  var submission: Int?
  var task: Int?
  /// What a retry has changed in the scenario.
  var settings: [Override] = []
  /// The runs that it is to make.
  var runs: IndexRanges
  /// Seconds between two signs of life.
  var beat: Double
}
