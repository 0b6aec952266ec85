import BatchSystems
import Campaigns
import Foundation
import ScenarioFiles

extension SubmissionRun {
  /// "submission 1: 200 runs in 13 tasks of about 9 min".
  func told(_ submission: Submission, _ work: RemainingWork) -> String {
    let tasks = submission.tasks.count
    let length = submission.secondsPerRun.map { seconds -> String in
      let cores = Double(submission.options["cores"].flatMap { Int($0) } ?? 1)
      let mean = seconds * Double(work.runs) / Double(max(tasks, 1)) / cores
      return " of about \(TimeText.short(mean)), \(TimeText.short(seconds)) a run"
    }
    let queued = work.queued > 0 ? "; \(work.queued) chunks are in the queue already" : ""
    let number = submission.number > 0 ? "submission \(submission.number): " : ""
    return "\(number)\(work.runs) runs in \(tasks) \(tasks == 1 ? "task" : "tasks")"
      + (length ?? "") + queued
  }

  /// Writes what would be handed in; nothing stays behind.
  func rehearse(_ proposed: Submission, _ work: RemainingWork, _ handover: Handover) throws {
    Terminal.result("would hand in " + told(proposed, work))
    var submission = proposed
    submission.number = (try handover.directory.submissionList().last?.number ?? 0) + 1
    let system = handover.scheduler.system
    let arrays = try handover.arrays(of: submission)
    for part in arrays {
      let command = system.submission(of: part.job, script: part.path, after: [])
      Terminal.result("\n\(command.text)")
    }
    if let first = arrays.first {
      if let verdict = trial(first, handover.scheduler) { Terminal.result("# \(verdict)") }
      Terminal.result("\n# \(first.path)\n\(first.script)")
    }
    guard handover.merges else { return }
    let merge = try handover.merge(of: submission)
    let jobs = arrays.indices.map { "JOB\($0 + 1)" }
    Terminal.result(system.submission(of: merge.job, script: merge.path, after: jobs).text)
  }

  /// What the scheduler thinks of a script, where it can be asked.
  private func trial(_ part: Handover.Part, _ scheduler: Scheduler) -> String? {
    let path = FileManager.default.temporaryDirectory.path + "/qdsynth-\(UUID().uuidString).sh"
    guard let command = scheduler.system.trial(of: part.job, script: path) else { return nil }
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try Data(part.script.utf8).write(to: URL(fileURLWithPath: path))
      return try scheduler.ask(command).summary
    } catch {
      return (error as? Fault)?.message ?? "\(error)"
    }
  }

  func tellNothingLeft(_ work: RemainingWork, _ campaign: Campaign) {
    guard !isQuiet else { return }
    let folder = ShellText.quoted(campaign.directory.path)
    Terminal.result(
      work.queued > 0
        ? "nothing to hand in: \(work.queued) chunks are in the queue already\n"
          + "next: qdsynth sweep status \(folder)"
        : "nothing to hand in: no such run is left\nnext: qdsynth sweep status \(folder)")
  }

  /// A task that cannot end in its walltime is told before it is handed in.
  func warnOfTime(
    _ submission: Submission, _ work: RemainingWork, _ plan: BatchPlan, _ seconds: Double?
  ) {
    guard !isQuiet, let seconds, let walltime = plan.resources.walltime else { return }
    let runs = Dictionary(
      work.chunks.map { ($0.chunk, $0.runs) }, uniquingKeysWith: { first, _ in first })
    let most = submission.tasks.map { $0.indices.reduce(0) { $0 + (runs[$1] ?? 0) } }.max() ?? 0
    let length = Double(most) * seconds / Double(plan.resources.cores)
    guard length > 0.8 * Double(walltime) else { return }
    Terminal.note(
      "warning: tasks of about \(TimeText.short(length)) for a walltime of "
        + "\(TimeText.short(Double(walltime))); what does not end is left to sweep retry, "
        + "or give a longer --walltime or a shorter --task-time")
  }
}

/// Times as people say them.
enum TimeText {
  static func short(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.1: String(format: "%.0f ms", seconds * 1e3)
    case ..<10: String(format: "%.1f s", seconds)
    case ..<120: String(format: "%.0f s", seconds)
    case ..<7200: String(format: "%.0f min", seconds / 60)
    case ..<172_800: String(format: "%.1f h", seconds / 3600)
    default: String(format: "%.1f days", seconds / 86_400)
    }
  }
}
