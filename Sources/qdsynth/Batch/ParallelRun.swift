import BatchSystems
import Campaigns
import Foundation

/// GNU parallel at work on a submission, here and now.
struct ParallelRun {
  let handover: Handover
  let stop: StopRequest
  let isQuiet: Bool

  /// Runs all tasks, then merges.
  func perform(_ submission: inout Submission) throws {
    let system = handover.scheduler.system
    let parts = try handover.arrays(of: submission)
    var failed = 0
    for part in parts {
      try handover.keep(part)
      let command = system.submission(of: part.job, script: part.path, after: [])
      if !isQuiet { Terminal.note(command.text) }
      failed += try run(command, of: part, &submission) == 0 ? 0 : 1
      guard stop.signal == nil else { break }
    }
    if handover.merges {
      let part = try handover.merge(of: submission)
      try handover.keep(part)
      let command = system.submission(of: part.job, script: part.path, after: [])
      let answer = try handover.scheduler.ask(command)
      guard answer.status == 0 else { throw Fault(.runFailed, "error: \(answer.summary)") }
    }
    if let signal = stop.signal {
      throw Fault(
        signal == SIGINT ? .interrupted : .checkpointed,
        "stopped; the same command again goes on with what is left")
    }
    guard failed > 0 else { return }
    throw Fault(
      .somePointsFailed,
      "not all tasks came to a good end; next: qdsynth sweep status "
        + ShellText.quoted(handover.directory.path))
  }

  /// Runs GNU parallel to its end, or has it end its tasks where somebody asks for that.
  private func run(
    _ command: BatchCommand, of part: Handover.Part, _ submission: inout Submission
  ) throws -> Int32 {
    let path = try Scheduler.path(of: command.program, for: handover.scheduler.system)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = command.arguments
    process.currentDirectoryURL = URL(fileURLWithPath: handover.scheduler.folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.standardError
    try process.run()
    if case .tasks(let tasks) = part.job.work {
      submission.jobs.append(
        SubmittedJob(
          id: "\(process.processIdentifier)", firstTask: tasks.lowerBound, taskCount: tasks.count))
      try handover.directory.write(submission)
    }
    var told = 0
    while process.isRunning {
      // Told once, it begins nothing new; told twice, it ends what runs.
      if stop.signal != nil, told < 2 {
        process.terminate()
        told += 1
      }
      Thread.sleep(forTimeInterval: 0.2)
    }
    return process.terminationStatus
  }
}
