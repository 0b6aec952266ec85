/// Work that was handed out: to a scheduler as an array of tasks, or to workers of this computer.
public struct Submission: Sendable, Hashable, Codable {
  public var number: Int
  /// Who runs the tasks: "local", "slurm", ...
  public var engine: String
  /// Seconds since 1970.
  public var created: Double
  public var selection: Selection
  /// What is changed in the scenario for these runs.
  public var settings: [Override]
  /// The chunks of each task, which is named by its place here.
  public var tasks: [IndexRanges]
  /// What the scheduler calls them; an array may be split into several.
  public var jobs: [SubmittedJob] = []
  /// What it calls the job that makes the table afterwards.
  public var mergeJob: String?
  /// From a timed probe.
  public var secondsPerRun: Double?
  /// What was asked of the scheduler, by name: walltime, memory, cores, account, partition.
  public var options: [String: String] = [:]

  private enum CodingKeys: String, CodingKey {
    case number
    case engine
    case created
    case selection
    case settings
    case tasks
    case jobs
    case mergeJob = "merge_job"
    case secondsPerRun = "seconds_per_run"
    case options
  }

  public init(
    number: Int, engine: String, created: Double, selection: Selection,
    settings: [Override] = [], tasks: [IndexRanges]
  ) {
    self.number = number
    self.engine = engine
    self.created = created
    self.selection = selection
    self.settings = settings
    self.tasks = tasks
  }

  /// The number as it stands in names of files: `0001`.
  public var digits: String { Self.digits(number) }

  static func digits(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}

/// A job as its scheduler knows it: an array of tasks, or a single one.
public struct SubmittedJob: Sendable, Hashable, Codable {
  public var id: String
  /// The number, in the submission, of its first task, and how many there are.
  public var firstTask: Int
  public var taskCount: Int
  /// The computer that it was submitted from.
  public var host: String

  private enum CodingKeys: String, CodingKey {
    case id
    case firstTask = "first_task"
    case taskCount = "task_count"
    case host
  }

  public init(id: String, firstTask: Int, taskCount: Int, host: String = WorkerProcess.own.host) {
    self.id = id
    self.firstTask = firstTask
    self.taskCount = taskCount
    self.host = host
  }
}
