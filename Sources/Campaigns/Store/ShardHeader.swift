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

/// A process on a computer, told from every other one that was or will be.
public struct WorkerProcess: Sendable, Hashable, Codable {
  public var host: String
  public var process: Int32
  /// The boot of the computer and the tick at which the process began; empty where that is unknown.
  public var start: String

  /// This process.
  public static let own: WorkerProcess = {
    let process = SystemProcess.own
    return WorkerProcess(
      host: SystemProcess.host, process: process, start: SystemProcess.start(of: process) ?? "")
  }()

  /// Whether it is there; nothing on another computer, which cannot be asked.
  var isThere: Bool? {
    guard host == Self.own.host else { return nil }
    guard !start.isEmpty, !Self.own.start.isEmpty else { return SystemProcess.exists(process) }
    return SystemProcess.start(of: process) == start
  }
}
