/// SLURM: `sbatch --parsable`, arrays from 0, USR1 to the batch process before the end.
///
/// https://slurm.schedmd.com/sbatch.html, and measured on version 22.05: a signal reaches the program
/// where the script ends in `exec`; a job that is queued again waits for two minutes, hence `--no-requeue`;
/// `afterany` runs a merge even after tasks that failed, `afterok` would never.
public struct Slurm: BatchSystem {
  public init() {}

  public let engine = BatchEngine.slurm
  public let announcesEnd = true

  public let template = """
    #!/bin/bash
    #SBATCH --job-name={{name}}
    #SBATCH --array={{array}}
    #SBATCH --output={{log}}.log
    #SBATCH --open-mode=append
    #SBATCH --ntasks=1
    #SBATCH --cpus-per-task={{cores}}
    #SBATCH --mem={{memory}}
    #SBATCH --time={{walltime}}
    #SBATCH --signal=B:USR1@{{notice}}
    #SBATCH --account={{account}}
    #SBATCH --partition={{partition}}
    #SBATCH --no-requeue
    #SBATCH {{option}}
    cd {{folder}} || exit 74
    task=$((SLURM_ARRAY_TASK_ID + {{offset}}))
    exec >> {{task_log}} 2>&1
    {{setup}}
    exec {{worker}} --index $task
    exec {{merge}}

    """

  /// Every array counts from 0: indices must stay below MaxArraySize, whatever the tasks' numbers.
  public func firstIndex(ofTasksFrom first: Int) -> Int { 0 }

  public func ownValues(of job: BatchJob) -> [Placeholder: [String]] {
    let resources = job.resources
    var values: [Placeholder: [String]] = [:]
    if let tasks = job.tasks {
      let limit = resources.atMost.map { "%\($0)" } ?? ""
      values[.array] = ["0-\(tasks.count - 1)\(limit)"]
      values[.notice] = ["\(resources.notice)"]
    } else {
      values[.cores] = ["1"]
    }
    if let memory = resources.mebibytes { values[.memory] = ["\(memory)M"] }
    if let walltime = resources.walltime { values[.walltime] = [Self.time(walltime)] }
    return values
  }

  /// "1-02:30:00": days, hours, minutes and seconds.
  private static func time(_ seconds: Int) -> String {
    let two = BatchResources.two
    return "\(seconds / 86_400)-\(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):"
      + two(seconds % 60)
  }

  public func submission(of job: BatchJob, script path: String, after jobs: [String])
    -> BatchCommand
  {
    let dependency = jobs.isEmpty ? [] : ["--dependency=afterany:" + jobs.joined(separator: ":")]
    return BatchCommand("sbatch", ["--parsable"] + dependency + [path])
  }

  public func trial(of job: BatchJob, script path: String) -> BatchCommand? {
    BatchCommand("sbatch", ["--test-only", path])
  }

  /// "123", or "123;cluster" where clusters are federated.
  public func job(in answer: CommandAnswer) throws(BatchError) -> String {
    let line = answer.lines.last ?? ""
    let number = line.prefix { $0 != ";" }
    guard !number.isEmpty, number.allSatisfy(\.isNumber) else {
      throw .noJob(command: "sbatch", said: answer.said.trimmed)
    }
    return String(number)
  }

  public func cancellation(of jobs: [String]) -> BatchCommand { BatchCommand("scancel", jobs) }

  public func inquiry(about jobs: [String]) -> BatchCommand? {
    BatchCommand(
      "squeue",
      ["--noheader", "--array", "--jobs", jobs.joined(separator: ","), "--format", "%F|%K|%T"])
  }

  /// Lines "123|17|RUNNING", and "124|N/A|PENDING" for what is no array.
  ///
  /// `squeue` lists what has not ended, and calls a single job that was forgotten an invalid one.
  public func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer {
    if answer.status != 0 {
      return answer.said.contains("Invalid job id")
        ? .living([]) : .silent(reason: answer.said.trimmed)
    }
    return .living(
      answer.lines.compactMap { line in
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 3, jobs.contains(String(parts[0])) else { return nil }
        let isRunning = !["PENDING", "REQUEUED", "REQUEUE_HOLD"].contains(parts[2])
        return LivingTask(job: String(parts[0]), index: Int(parts[1]), isRunning: isRunning)
      })
  }

  public var limitInquiry: BatchCommand? { BatchCommand("scontrol", ["show", "config"]) }

  /// From "MaxArraySize            = 1001": the index must stay below.
  public func arrayLimit(in answer: CommandAnswer) -> Int? {
    answer.lines.first { $0.hasPrefix("MaxArraySize") }?.split(separator: "=").last
      .flatMap { Int(String($0).trimmed) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// What the controller says while it restarts, or has too much to do.
  public let busyWords = [
    "Unable to contact slurm controller", "Socket timed out", "Resource temporarily unavailable",
    "temporarily unable to accept job", "Zero Bytes were transmitted", "standby mode",
    "Transport endpoint is not connected", "Connection refused", "Unexpected message received",
  ]
}
