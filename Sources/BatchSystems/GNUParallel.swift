/// GNU parallel, which runs tasks here, or on the machines that its options name, and keeps a job log.
///
/// The same command typed again leaves out what its log calls done and does the rest.
/// https://www.gnu.org/software/parallel/parallel.html
public struct GNUParallel: BatchSystem {
  public init() {}

  public let engine = BatchEngine.parallel
  public let announcesEnd = false

  public let template = """
    #!/bin/bash
    cd {{folder}} || exit 74
    task=$(($1 + {{offset}}))
    exec >> {{task_log}} 2>&1
    {{setup}}
    exec {{worker}} --index $task
    exec {{merge}}

    """

  /// Indices are the tasks' own numbers.
  public func firstIndex(ofTasksFrom first: Int) -> Int { first }

  public func ownValues(of job: BatchJob) -> [Placeholder: [String]] { [:] }

  public func submission(of job: BatchJob, script path: String, after jobs: [String])
    -> BatchCommand
  {
    guard let tasks = job.tasks else { return BatchCommand("bash", [path]) }
    let resources = job.resources
    let atOnce =
      resources.atMost.map { "\($0)" }
      ?? (resources.cores > 1 ? "\(max(1, 100 / resources.cores))%" : "100%")
    let options = resources.options.flatMap(ShellText.words)
    return BatchCommand(
      "parallel",
      ["--jobs", atOnce, "--joblog", job.log + ".joblog", "--resume-failed"]
        + ["--termseq", Self.ending] + options + ["bash", path, "{}", ":::"]
        + tasks.map { "\($0)" })
  }

  /// A task that is told to end has a minute to keep what it has.
  private static let ending = "TERM,60000,KILL,25"

  /// It runs while it is waited for, and is known by its process; nobody else gives it a name.
  public func job(in answer: CommandAnswer) throws(BatchError) -> String {
    throw .noJob(command: "parallel", said: answer.said.trimmed)
  }

  /// Once to begin nothing new, and once more to end what runs.
  public func cancellation(of jobs: [String]) -> BatchCommand {
    BatchCommand("kill", ["-TERM"] + jobs)
  }

  /// Its workers are processes of the machines they run on, and there is nobody else to ask.
  public func inquiry(about jobs: [String]) -> BatchCommand? { nil }

  public func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer {
    .silent(reason: "GNU parallel keeps no queue")
  }

  public let busyWords: [String] = []
}
