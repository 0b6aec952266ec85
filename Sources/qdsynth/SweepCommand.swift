import ArgumentParser
import Campaigns
import Foundation
import ScenarioFiles

/// `qdsynth sweep`: every point of a design over all cores, and one table.
struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run the design in [sweep] and write one table.")

  @OptionGroup var input: ScenarioArguments

  @Option(
    name: .shortAndLong, help: "The folder of the sweep; named after the scenario if not given.")
  var output: String?

  @Option(help: "Runs at a time; as many as there are cores if not given.")
  var jobs: Int?

  @Flag(help: "Continue what was interrupted.")
  var resume = false

  @Flag(help: "With --resume, make failed points once more.")
  var retryFailed = false

  @Flag(help: "Only say what would be run.")
  var dryRun = false

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no table.")
  var quiet = false

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
  }

  func run() throws {
    let scenario = try input.load()
    guard let plan = scenario.sweep else {
      throw Fault(
        .badData,
        "error: \(input.scenario) has no [sweep]; add one with a design and [[sweep.axis]]")
    }
    if !quiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    do {
      try perform(plan, of: scenario)
    } catch let error as CampaignError {
      throw Fault(error)
    }
  }

  private func perform(_ plan: SweepPlan, of scenario: Scenario) throws {
    let order = CampaignOrder(
      design: Design(plan), scenarioText: scenario.files.first?.text ?? "",
      resolvedText: scenario.resolvedText(), creator: "qdsynth \(Version.text)")
    let directory = CampaignDirectory(output ?? "sweep-" + ResultName.stem(of: input.scenario))
    let points = ScenarioPoints(scenario: scenario, keep: plan.keep, runs: directory.runs)
    guard !dryRun else { return try rehearse(order, points) }
    let stop = StopRequest()
    let cancellation = Cancellation()
    let sources = stop.listen { cancellation.cancel() }
    defer { withExtendedLifetime(sources) {} }
    let campaign = try Campaign(
      order, in: directory, entry: resume ? .resuming : .fresh,
      by: points, units: ScenarioUnits(), jobs: workers, cancellation: cancellation)
    if plan.keep == .runs { try directory.makeFolder(directory.runs) }
    let progress = SweepProgress(isQuiet: quiet)
    defer { progress.finish() }
    let reached = try campaign.run(
      jobs: workers, retrying: retryFailed ? .failed : .nothing, cancellation: cancellation
    ) { progress.advance(to: $0) }
    progress.finish()
    var report = SweepReport(reached, in: directory)
    report.name(try campaign.merge(units: ScenarioUnits()) { report.see($0) })
    let picture = SweepPictureFile(directory: directory, kind: order.design.kind)
    let reason = picture.draw(reached)
    if !quiet { Terminal.note(reason ?? "picture in \(picture.path)") }
    try tell(report, stop)
  }

  /// Resolves every point, and writes nothing but what would be run.
  private func rehearse(_ order: CampaignOrder, _ runner: ScenarioPoints) throws {
    let points = try DesignedPoints(order.design, ScenarioUnits())
    var lines: [String] = []
    for index in 0..<points.count {
      let overrides = points.overrides(at: index)
      do throws(PointFailure) {
        _ = try runner.resolvedText(setting: overrides)
      } catch {
        guard case .failed(let reason, _) = error else { return }
        throw CampaignError.badPoint(index: index, overrides: overrides, reason: reason)
      }
      if index < 30 {
        lines.append("\(index)  " + overrides.map(\.description).joined(separator: "  "))
      }
    }
    if points.count > lines.count { lines.append("and \(points.count - lines.count) more") }
    if !quiet { lines.forEach(Terminal.result) }
    Terminal.result("\(points.count) points, \(points.count * order.design.replicates) runs")
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

  private var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
