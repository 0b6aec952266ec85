/// How far a run has come.
public enum RunStatus: String, Sendable, Codable {
  case pending
  case done
  case failed
}

/// What a shard keeps of one finished run.
struct RunRecord: Sendable, Equatable, Codable {
  var index: Int
  var status: RunStatus
  /// In the order of the columns named last before this record.
  var values: [Double?]
  var reason: String?
  /// Seconds since 1970.
  var started: Double
  var seconds: Double
}

/// One line of a shard: exactly one of its parts.
struct ShardLine: Sendable, Codable {
  var shard: ShardHeader?
  var columns: [ColumnName]?
  var run: RunRecord?
}

/// Who wrote a shard.
struct ShardHeader: Sendable, Equatable, Codable {
  var plan: String
  var chunk: Int
  var attempt: Int
  var host: String
  var process: Int32
}
