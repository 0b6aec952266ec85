/// LSF: `bsub < script`, arrays from 1 within MAX_JOB_ARRAY_SIZE, a warning action before the run limit.
///
/// IBM, *Spectrum LSF 10.1 Command Reference*: `bsub`, `bjobs`, `bparams`.
public struct LSF: BatchSystem {
  public init() {}

  public let engine = BatchEngine.lsf
  public let announcesEnd = true

  public let template = """
    #!/bin/bash
    #BSUB -J "{{name}}{{array}}"
    #BSUB -o {{log}}.log
    #BSUB -n {{cores}}
    #BSUB -R "span[hosts=1]"
    #BSUB -M {{memory}}
    #BSUB -R "rusage[mem={{memory}}]"
    #BSUB -W {{walltime}}
    #BSUB -wa USR1 -wt {{notice}}
    #BSUB -P {{account}}
    #BSUB -q {{partition}}
    #BSUB -rn
    #BSUB {{option}}
    cd {{folder}} || exit 74
    task=$((LSB_JOBINDEX + {{offset}}))
    exec >> {{task_log}} 2>&1
    {{setup}}
    exec {{worker}} --index $task
    exec {{merge}}

    """

  /// Every array counts from 1.
  public func firstIndex(ofTasksFrom first: Int) -> Int { 1 }

  public func ownValues(of job: BatchJob) -> [Placeholder: [String]] {
    let resources = job.resources
    var values: [Placeholder: [String]] = [:]
    if let tasks = job.tasks {
      let limit = resources.atMost.map { "%\($0)" } ?? ""
      values[.array] = ["[1-\(tasks.count)]\(limit)"]
      values[.notice] = resources.walltime.map { _ in ["\(Self.minutes(resources.notice))"] } ?? []
    } else {
      values[.array] = [""]
      values[.cores] = ["1"]
    }
    if let memory = resources.mebibytes { values[.memory] = ["\(memory)MB"] }
    if let walltime = resources.walltime {
      let minutes = Self.minutes(walltime)
      values[.walltime] = ["\(minutes / 60):\(BatchResources.two(minutes % 60))"]
    }
    return values
  }

  private static func minutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }

  public func submission(of job: BatchJob, script path: String, after jobs: [String])
    -> BatchCommand
  {
    let condition = jobs.map { "ended(\($0))" }.joined(separator: " && ")
    return BatchCommand("bsub", jobs.isEmpty ? [] : ["-w", condition], input: path)
  }

  /// The number in "Job <123> is submitted to queue <normal>".
  public func job(in answer: CommandAnswer) throws(BatchError) -> String {
    for line in answer.lines where line.hasPrefix("Job <") {
      let number = line.dropFirst(5).prefix { $0.isNumber }
      if !number.isEmpty { return String(number) }
    }
    throw .noJob(command: "bsub", said: answer.said.trimmed)
  }

  public func cancellation(of jobs: [String]) -> BatchCommand { BatchCommand("bkill", jobs) }

  public func inquiry(about jobs: [String]) -> BatchCommand? {
    BatchCommand("bjobs", ["-noheader", "-o", "jobid jobindex stat delimiter='|'"] + jobs)
  }

  /// Lines "123|17|RUN"; the index is 0 for what is no array.
  public func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer {
    let complaints = answer.complaint.split(whereSeparator: \.isNewline)
    let others = complaints.filter { line in
      !["is not found", "No unfinished job"].contains { line.contains($0) }
    }
    if answer.status != 0, !others.isEmpty || complaints.isEmpty {
      return .silent(reason: answer.said.trimmed)
    }
    return .living(
      answer.lines.compactMap { line in
        let parts = line.split(separator: "|").map { String($0).trimmed }
        guard parts.count == 3, jobs.contains(parts[0]),
          !["DONE", "EXIT", "ZOMBI"].contains(parts[2])
        else { return nil }
        let isRunning = !["PEND", "PSUSP", "WAIT"].contains(parts[2])
        return LivingTask(
          job: parts[0], index: Int(parts[1]).flatMap { $0 > 0 ? $0 : nil }, isRunning: isRunning)
      })
  }

  public var limitInquiry: BatchCommand? { BatchCommand("bparams", ["-a"]) }

  /// From "MAX_JOB_ARRAY_SIZE = 1000": the index may be as large.
  public func arrayLimit(in answer: CommandAnswer) -> Int? {
    answer.lines.first { $0.contains("MAX_JOB_ARRAY_SIZE") }?.split(separator: "=").last
      .flatMap { Int(String($0).trimmed.prefix { $0.isNumber }) }.flatMap { $0 > 0 ? $0 : nil }
  }

  public let busyWords = [
    "LSF is down", "daemon not responding", "mbatchd is down", "Cannot connect to LSF",
    "Failed in an LSF library call", "Connection refused by server", "Communication time out",
  ]
}
