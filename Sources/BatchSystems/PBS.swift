/// PBS in its two families: PBS Professional, which is OpenPBS too, and Torque.
///
/// Neither sends a signal before the walltime ends. Of Professional: Altair, *PBS Professional 2022.1
/// User's Guide*, chapter 8 (arrays), and `qsub(1B)`; of Torque: Adaptive Computing, *Torque 6.1
/// Administrator Guide*, `qsub`.
public struct PBS: BatchSystem {
  public enum Family: Sendable {
    case professional
    case torque
  }

  public let family: Family
  public let announcesEnd = false

  public init(_ family: Family) {
    self.family = family
  }

  public var engine: BatchEngine { family == .professional ? .pbs : .torque }

  public var template: String {
    switch family {
    case .professional:
      """
      #!/bin/bash
      #PBS -N {{name}}
      #PBS -J {{array}}
      #PBS -j oe
      #PBS -o {{log}}
      #PBS -l select={{select}}
      #PBS -l walltime={{walltime}}
      #PBS -A {{account}}
      #PBS -q {{partition}}
      #PBS -r n
      #PBS -S /bin/bash
      #PBS {{option}}
      cd {{folder}} || exit 74
      task=$((${PBS_ARRAY_INDEX:-0} + {{offset}}))
      exec >> {{task_log}} 2>&1
      {{setup}}
      exec {{worker}} --index $task
      exec {{merge}}

      """
    case .torque:
      """
      #!/bin/bash
      #PBS -N {{name}}
      #PBS -t {{array}}
      #PBS -j oe
      #PBS -o {{log}}
      #PBS -l nodes=1:ppn={{cores}}
      #PBS -l mem={{memory}}
      #PBS -l walltime={{walltime}}
      #PBS -A {{account}}
      #PBS -q {{partition}}
      #PBS -r n
      #PBS -S /bin/bash
      #PBS {{option}}
      cd {{folder}} || exit 74
      task=$((${PBS_ARRAYID:-0} + {{offset}}))
      exec >> {{task_log}} 2>&1
      {{setup}}
      exec {{worker}} --index $task
      exec {{merge}}

      """
    }
  }

  /// Indices are the tasks' own numbers.
  public func firstIndex(ofTasksFrom first: Int) -> Int { first }

  public func ownValues(of job: BatchJob) -> [Placeholder: [String]] {
    let resources = job.resources
    let cores = job.tasks == nil ? 1 : resources.cores
    let memory = resources.mebibytes.map { "\($0)mb" }
    var values: [Placeholder: [String]] = [
      .select: ["1:ncpus=\(cores)" + (memory.map { ":mem=\($0)" } ?? "")],
      .cores: ["\(cores)"], .memory: memory.map { [$0] } ?? [],
      .walltime: resources.clock.map { [$0] } ?? [],
    ]
    guard let tasks = job.tasks else {
      values[.log] = [job.log + ".log"]
      return values
    }
    // An array of one is none to PBS: the task's number is in the offset then.
    let isArray = isArray(tasks)
    let limit = resources.atMost.map { "%\($0)" } ?? ""
    values[.array] = isArray ? ["\(tasks.lowerBound)-\(tasks.upperBound - 1)\(limit)"] : []
    values[.offset] = ["\(isArray ? 0 : tasks.lowerBound)"]
    let mark = family == .professional && isArray ? ".^array_index^" : ""
    values[.log] = [job.log + mark + ".log"]
    return values
  }

  private func isArray(_ tasks: Range<Int>) -> Bool { family == .torque || tasks.count > 1 }

  public func submission(of job: BatchJob, script path: String, after jobs: [String])
    -> BatchCommand
  {
    let dependency: [String] =
      switch family {
      case _ where jobs.isEmpty: []
      case .professional: ["-W", "depend=afterany:" + jobs.joined(separator: ":")]
      case .torque: ["-W", "depend=afteranyarray:" + jobs.joined(separator: ":")]
      }
    return BatchCommand("qsub", dependency + [path])
  }

  /// "1234[].server", or "1234.server" for what is no array.
  public func job(in answer: CommandAnswer) throws(BatchError) -> String {
    let line = String(answer.lines.last ?? "").trimmed
    guard line.first?.isNumber == true, !line.contains(where: \.isWhitespace) else {
      throw .noJob(command: "qsub", said: answer.said.trimmed)
    }
    return line
  }

  public func cancellation(of jobs: [String]) -> BatchCommand { BatchCommand("qdel", jobs) }

  public func inquiry(about jobs: [String]) -> BatchCommand? {
    BatchCommand("qstat", ["-t"] + jobs)
  }

  /// Lines "1234[17].server  name  user  00:01:02 R queue"; names and servers may be cut short.
  ///
  /// A job that was forgotten is "Unknown Job", one that has ended "has finished".
  public func living(in answer: CommandAnswer, to jobs: [String]) -> QueueAnswer {
    let complaints = answer.complaint.split(whereSeparator: \.isNewline)
    let others = complaints.filter { line in
      !["Unknown Job", "has finished", "Unknown job"].contains { line.contains($0) }
    }
    if answer.status != 0, !others.isEmpty || complaints.isEmpty {
      return .silent(reason: answer.said.trimmed)
    }
    let numbers = Dictionary(
      jobs.map { (String($0.prefix { $0.isNumber }), $0) }, uniquingKeysWith: { first, _ in first })
    return .living(answer.lines.compactMap { Self.task(in: $0, jobs: numbers) })
  }

  private static func task(in line: Substring, jobs: [String: String]) -> LivingTask? {
    let columns = line.split(whereSeparator: \.isWhitespace)
    guard columns.count >= 5, let job = jobs[String(columns[0].prefix { $0.isNumber })]
    else { return nil }
    let index = columns[0].split(separator: "[").last.flatMap { Int($0.prefix { $0 != "]" }) }
    let state = columns[columns.count - 2]
    let isArray = columns[0].contains("[")
    // The line of an array as a whole stands beside those of its tasks.
    guard !["C", "F", "X", "B"].contains(state), !isArray || index != nil else { return nil }
    return LivingTask(
      job: job, index: isArray ? index : nil, isRunning: ["R", "E", "S", "U"].contains(state))
  }

  public let busyWords = [
    "cannot connect to server", "Connection refused", "Communication failure", "End of File",
    "Premature end of message", "Server is too busy", "Resource temporarily unavailable",
    "Connection timed out",
  ]
}
