import BatchSystems
import Campaigns
import Foundation

/// Hands the tasks of a submission to a scheduler, array by array, and the merge after them.
struct Handover {
  let scheduler: Scheduler
  let directory: CampaignDirectory
  let resources: BatchResources
  var template: ScriptTemplate?
  /// The most tasks in one array.
  let arrayLimit: Int
  let merges: Bool

  /// A script, where it is kept in the folder of the sweep, and how it is handed in.
  struct Part {
    let job: BatchJob
    let path: String
    let script: String
  }

  private var system: any BatchSystem { scheduler.system }

  /// The arrays of a submission.
  func arrays(of submission: Submission) throws -> [Part] {
    try ArrayParts.split(0..<submission.tasks.count, limit: arrayLimit).enumerated().map {
      try part(.tasks($1), of: submission, called: "\($0 + 1)")
    }
  }

  /// The merge after all of them.
  func merge(of submission: Submission) throws -> Part {
    try part(.merge, of: submission, called: "merge")
  }

  private func part(_ work: BatchJob.Work, of submission: Submission, called name: String) throws
    -> Part
  {
    let job = BatchJob(
      name: (directory.path as NSString).lastPathComponent, folder: scheduler.folder,
      log: "logs/\(submission.digits)", command: command(work, of: submission), work: work,
      resources: resources)
    do throws(BatchError) {
      return Part(
        job: job, path: "submissions/\(submission.digits)-\(name).sh",
        script: try system.script(of: job, template: template))
    } catch {
      throw Fault(.badData, "error: \(error)")
    }
  }

  private func command(_ work: BatchJob.Work, of submission: Submission) -> [String] {
    guard work != .merge else {
      return [Self.program, "sweep", "merge", scheduler.folder, "--quiet"]
    }
    let own = [
      Self.program, "sweep", "worker", scheduler.folder, "--submission", "\(submission.number)",
      "--jobs", "\(resources.cores)", "--quiet",
    ]
    guard !system.announcesEnd, let seconds = resources.stopAfter else { return own }
    return own + ["--stop-after", "\(seconds) s"]
  }

  /// The program itself, from the root; in a bundle, what starts it with its own libraries.
  static let program: String =
    ProcessInfo.processInfo.environment["QDSYNTH_PROGRAM"]
    ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments[0]

  /// Hands in all arrays and the merge; what the scheduler calls them is kept after each.
  ///
  /// - Throws: where the scheduler refuses; what it took before stays in the submission.
  func submit(_ submission: inout Submission, stop: StopRequest) throws {
    let arrays = try arrays(of: submission)
    let merge = merges ? try self.merge(of: submission) : nil
    for part in arrays + (merge.map { [$0] } ?? []) { try keep(part) }
    for part in arrays {
      let id = try job(part, after: [], stop: stop)
      guard case .tasks(let tasks) = part.job.work else { continue }
      submission.jobs.append(
        SubmittedJob(id: id, firstTask: tasks.lowerBound, taskCount: tasks.count))
      try directory.write(submission)
    }
    guard let merge else { return }
    submission.mergeJob = try job(merge, after: submission.jobs.map(\.id), stop: stop)
    try directory.write(submission)
  }

  private func job(_ part: Part, after jobs: [String], stop: StopRequest) throws -> String {
    let command = system.submission(of: part.job, script: part.path, after: jobs)
    let answer = try scheduler.insist(command, stop: stop)
    do throws(BatchError) {
      return try system.job(in: answer)
    } catch {
      throw Fault(.environment, "error: \(error)")
    }
  }

  /// Keeps a script, and the folder that its log goes to.
  func keep(_ part: Part) throws {
    try directory.makeFolder(directory.logs)
    try TextFile.write(Data(part.script.utf8), to: "\(scheduler.folder)/\(part.path)")
  }
}
