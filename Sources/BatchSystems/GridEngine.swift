/// Grid Engine: `qsub -terse`, arrays from 1, USR1 at the soft limit of run time.
///
/// `submit(1)`, `qstat(1)` and `queue_conf(5)` of Son of Grid Engine 8.1.9,
/// https://arc.liv.ac.uk/SGE/htmlman/manuals.html
public struct GridEngine: BatchSystem {
  public init() {}

  public let engine = BatchEngine.sge
  public let announcesEnd = true

  public let template = """
    #!/bin/bash
    #$ -S /bin/bash
    #$ -N {{name}}
    #$ -cwd
    #$ -t {{array}}
    #$ -tc {{at_most}}
    #$ -j y
    #$ -o {{log}}.log
    #$ -pe smp {{cores}}
    #$ -l h_vmem={{memory}}
    #$ -l h_rt={{walltime}}
    #$ -l s_rt={{notice}}
    #$ -P {{account}}
    #$ -q {{partition}}
    #$ -r n
    #$ {{option}}
    cd {{folder}} || exit 74
    task=$((SGE_TASK_ID + {{offset}}))
    exec >> {{task_log}} 2>&1
    {{setup}}
    exec {{worker}} --index $task
    exec {{merge}}

    """

  /// Indices are the tasks' own numbers, counted from 1.
  public func firstIndex(ofTasksFrom first: Int) -> Int { first + 1 }

  public func ownValues(of job: BatchJob) -> [Placeholder: [String]] {
    let resources = job.resources
    let cores = job.tasks == nil ? 1 : resources.cores
    // A parallel environment is asked for where there is something to run in parallel.
    var values: [Placeholder: [String]] = [.cores: cores > 1 ? ["\(cores)"] : []]
    if let tasks = job.tasks {
      values[.array] = ["\(tasks.lowerBound + 1)-\(tasks.upperBound)"]
      values[.atMost] = resources.atMost.map { ["\($0)"] } ?? []
      values[.notice] = resources.stopAfter.map { ["\($0)"] } ?? []
    }
    // Memory is counted for each core.
    if let memory = resources.mebibytes { values[.memory] = ["\((memory + cores - 1) / cores)M"] }
    if let walltime = resources.walltime { values[.walltime] = ["\(walltime)"] }
    return values
  }

  public func submission(of job: BatchJob, script path: String, after jobs: [String])
    -> BatchCommand
  {
    let dependency = jobs.isEmpty ? [] : ["-hold_jid", jobs.joined(separator: ",")]
    return BatchCommand("qsub", ["-terse"] + dependency + [path])
  }

  /// "12.1-100:1", or "12" for what is no array.
  public func job(in answer: CommandAnswer) throws(BatchError) -> String {
    let line = answer.lines.last ?? ""
    let number = line.prefix { $0.isNumber }
    guard !number.isEmpty, line.allSatisfy({ $0.isNumber || ".-:,".contains($0) }) else {
      throw .noJob(command: "qsub", said: answer.said.trimmed)
    }
    return String(number)
  }

  public func cancellation(of jobs: [String]) -> BatchCommand { BatchCommand("qdel", jobs) }

  /// There is no way to ask for some jobs in a table; a user's own are all there is.
  public func inquiry(about jobs: [String]) -> BatchCommand? { BatchCommand("qstat", ["-g", "d"]) }

  /// Lines of job, priority, name, user, state, date, time, queue where it runs, slots, task.
  public func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer {
    guard answer.status == 0 else { return .silent(reason: answer.said.trimmed) }
    return .living(answer.lines.flatMap { Self.tasks(in: $0, jobs: jobs) })
  }

  private static func tasks(in line: Substring, jobs: [String]) -> [LivingTask] {
    let columns = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard columns.count >= 8, jobs.contains(columns[0]) else { return [] }
    let hasQueue = columns[7].contains("@")
    let isRunning = columns[4].contains { "rtRsST".contains($0) }
    guard columns.count > (hasQueue ? 9 : 8), let text = columns.last else {
      return [LivingTask(job: columns[0], index: nil, isRunning: isRunning)]
    }
    return indices(in: text).map { LivingTask(job: columns[0], index: $0, isRunning: isRunning) }
  }

  /// "17", "17,19" or "17-40:1".
  private static func indices(in text: String) -> [Int] {
    text.split(separator: ",").flatMap { part -> [Int] in
      let numbers = part.split { "-:".contains($0) }.compactMap { Int($0) }
      guard numbers.count > 1, numbers[0] <= numbers[1] else { return Array(numbers.prefix(1)) }
      return Array(
        stride(
          from: numbers[0], through: numbers[1], by: numbers.count > 2 ? max(numbers[2], 1) : 1))
    }
  }

  public let busyWords = [
    "unable to contact qmaster", "unable to send message to qmaster", "commlib error",
    "got select error", "failed receiving gdi request",
  ]
}
