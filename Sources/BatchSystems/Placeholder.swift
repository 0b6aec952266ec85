/// What a template leaves open, as `{{walltime}}`.
///
/// A line that names a placeholder without a value is left out of the script, and one whose placeholder
/// has several values stands there once for each.
public enum Placeholder: String, Sendable, CaseIterable {
  case name
  case array
  case offset
  case log
  case taskLog = "task_log"
  case atMost = "at_most"
  case cores
  case memory
  case walltime
  case notice
  case account
  case partition
  case select
  case option
  case folder
  case setup
  case worker
  case merge

  public var meaning: String {
    switch self {
    case .name: "of the job, as the queue shows it"
    case .array: "the tasks of the array, with the limit of those that run at a time"
    case .offset: "what the array's index lacks to the number of the task"
    case .log: "where what the scheduler itself says goes, without an ending"
    case .taskLog: "where what a task says goes; $task in it is its number"
    case .atMost: "tasks that run at a time, where that is an option of its own"
    case .cores: "cores of a task"
    case .memory: "memory of a task, as this scheduler writes it"
    case .walltime: "as this scheduler writes it"
    case .notice:
      "how long before the end of the walltime a task is told, as this scheduler writes it"
    case .account: "account or project"
    case .partition: "partition or queue"
    case .select: "cores and memory in one, where this scheduler has them so"
    case .option: "further options of the scheduler, a line each"
    case .folder: "the folder of the sweep"
    case .setup: "lines before the program starts, such as module load"
    case .worker: "the program that does the tasks; --index and the number of the task follow"
    case .merge: "the program that merges; this line is for the job after all tasks"
    }
  }
}
