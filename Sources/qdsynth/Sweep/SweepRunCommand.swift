import ArgumentParser
import Campaigns
import Foundation

/// `qdsynth sweep SCENARIO`: every point of a design over all cores, and one table.
struct SweepRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Plan, run and merge on this computer (what sweep does by itself).")

  @OptionGroup var input: ScenarioArguments

  @Option(
    name: .shortAndLong, help: "The folder of the sweep; named after the scenario if not given.")
  var output: String?

  @OptionGroup var workers: SweepWorkers

  @Flag(help: "Continue what was interrupted; in two terminals at once, share the work.")
  var resume = false

  @Flag(help: "With --resume, make failed points once more.")
  var retryFailed = false

  @Flag(help: "Only say what would be run.")
  var dryRun = false

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no table.")
  var quiet = false

  func run() throws {
    try saying {
      let planner = try SweepPlanner(input, output, isQuiet: quiet, share: .few)
      guard !dryRun else { return try planner.rehearse() }
      try perform(planner)
    }
  }

  private func perform(_ planner: SweepPlanner) throws {
    let stop = StopRequest()
    let cancellation = Cancellation()
    let sources = stop.listen { cancellation.cancel(StopReason(signal: $0)) }
    defer { withExtendedLifetime(sources) {} }
    let campaign = try planner.plan(
      resume ? .resuming : .fresh, jobs: workers.count, cancellation: cancellation)
    var assignment = Assignment(retryFailed ? .unfinishedAndFailed : .unfinished)
    assignment.held = .awaited
    assignment.beat = workers.beat
    let progress = SweepProgress(isQuiet: quiet)
    defer { progress.finish() }
    let reached = try campaign.work(
      assignment, by: planner.points, jobs: workers.count, cancellation: cancellation
    ) { progress.advance(to: $0) }
    progress.finish()
    var report = SweepReport(reached, in: campaign.directory)
    report.name(try campaign.merge(units: ScenarioUnits()) { report.see($0) })
    let picture = SweepPictureFile(directory: campaign.directory, kind: planner.design.kind)
    let reason = picture.draw(reached)
    if !quiet { Terminal.note(reason ?? "picture in \(picture.path)") }
    try tell(report, stop)
  }

  private func tell(_ report: SweepReport, _ stop: StopRequest) throws {
    if json {
      Terminal.result(report.json)
    } else if !quiet {
      report.lines.forEach(Terminal.result)
      for row in report.failures {
        Terminal.note("point \(row.index) failed: \(row.reason ?? "")")
      }
    }
    if report.progress.pending > 0 {
      throw Fault(
        stop.signal == SIGINT || stop.signal == nil ? .interrupted : .checkpointed,
        "interrupted with \(report.progress.pending) runs to go; continue with --resume")
    }
    if report.progress.failed > 0 { throw Fault(.somePointsFailed) }
  }
}
