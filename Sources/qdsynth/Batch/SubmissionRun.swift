import BatchSystems
import Campaigns
import Foundation
import ScenarioFiles

/// One call of `submit`, or of `retry` for a scheduler: what is left becomes tasks and is handed in.
struct SubmissionRun {
  let source: SubmissionSource
  let arguments: BatchArguments
  let selection: Selection
  let settings: [Override]
  let isDry: Bool
  let isQuiet: Bool

  func perform() throws {
    let plan = try arguments.plan(over: source.batch)
    guard let engine = plan.engine, arguments.engine != .local else {
      let known = BatchEngine.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(
        .usage, "error: no scheduler is named; give --engine, or engine in [sweep.batch]: \(known)")
    }
    let template = try arguments.scriptTemplate()
    guard !isDry || source.isPlanned else {
      try source.rehearse()
      return Terminal.result(
        "would be planned in \(source.directory.path) and handed to \(engine.title); the scripts "
          + "are shown once it is planned, by sweep plan")
    }
    let stop = StopRequest()
    let sources = stop.listen()
    defer { withExtendedLifetime(sources) {} }
    let campaign = try source.campaign()
    let folder = URL(fileURLWithPath: campaign.directory.path).standardizedFileURL.path
    let scheduler = Scheduler(system: engine.system, folder: folder)
    let (work, seconds) = try timedWork(campaign, scheduler, stop)
    guard !work.chunks.isEmpty else { return tellNothingLeft(work, campaign) }
    let limit = try arguments.arrayLimit ?? scheduler.arrayLimit(stop: stop)
    let handover = Handover(
      scheduler: scheduler, directory: campaign.directory, resources: plan.resources,
      template: template, arrayLimit: limit, merges: !arguments.noMerge)
    let submission = submission(of: work, plan, engine, seconds)
    warnOfTime(submission, work, plan, seconds)
    if isDry {
      try rehearse(submission, work, handover)
    } else {
      try hand(submission, work, handover, in: campaign, stop)
    }
  }

  /// What is left, and s of a run of it: as told, as known from runs made, or as a few of them show.
  private func timedWork(_ campaign: Campaign, _ scheduler: Scheduler, _ stop: StopRequest) throws
    -> (RemainingWork, Double?)
  {
    let work = try RemainingWork(campaign, selection, in: scheduler.folder)
    if !isQuiet { for silence in work.queue.silences { Terminal.note("warning: \(silence)") } }
    let known = try arguments.secondsPerRun ?? campaign.status(life: work.queue.life).secondsPerRun
    guard known == nil, !isDry, !work.chunks.isEmpty else { return (work, known) }
    if !isQuiet { Terminal.note("timing a few runs") }
    let probe = TimedProbe(
      campaign: campaign, points: try campaign.scenarioPoints(), stop: stop)
    let seconds = try probe.secondsPerRun(among: work.chunks.map(\.chunk))
    return (try RemainingWork(campaign, selection, in: scheduler.folder), seconds)
  }

  private func submission(
    of work: RemainingWork, _ plan: BatchPlan, _ engine: BatchEngine, _ seconds: Double?
  ) -> Submission {
    // Without a time, each chunk is a task.
    let times = work.chunks.map { (seconds ?? .infinity) * Double($0.runs) }
    let groups = TaskPacking.group(
      times, target: plan.taskTime, cores: plan.resources.cores)
    let tasks = groups.map { group in IndexRanges(work.chunks[group].map(\.chunk)) }
    var submission = Submission(
      number: 0, engine: engine.rawValue, created: Date().timeIntervalSince1970,
      selection: selection, settings: settings, tasks: tasks)
    submission.secondsPerRun = seconds
    submission.options = plan.resources.told
    return submission
  }

  private func hand(
    _ proposed: Submission, _ work: RemainingWork, _ handover: Handover, in campaign: Campaign,
    _ stop: StopRequest
  ) throws {
    var submission = try campaign.directory.add(proposed)
    if submission.engine == BatchEngine.parallel.rawValue {
      if !isQuiet { Terminal.note(told(submission, work)) }
      return try ParallelRun(handover: handover, stop: stop, isQuiet: isQuiet)
        .perform(&submission)
    }
    do {
      try handover.submit(&submission, stop: stop)
    } catch let fault as Fault {
      throw Fault(fault.status, fault.message + "\n" + Self.remainder(of: submission))
    }
    guard !isQuiet else { return }
    Terminal.result(told(submission, work))
    let jobs = submission.jobs.map(\.id).joined(separator: ", ")
    let merge = submission.mergeJob.map { ", and \($0) writes the table after them" } ?? ""
    Terminal.result("submitted as \(submission.jobs.count == 1 ? "job" : "jobs") \(jobs)\(merge)")
    Terminal.result("next: qdsynth sweep status \(ShellText.quoted(campaign.directory.path))")
  }

  /// What was handed in before a refusal.
  private static func remainder(of submission: Submission) -> String {
    let jobs = submission.jobs.map(\.id).joined(separator: ", ")
    return jobs.isEmpty
      ? "nothing was handed in"
      : "handed in before: \(jobs); the same command again hands in the rest"
  }
}
