import ArgumentParser
import Campaigns
import Foundation
import ScenarioFiles

/// `qdsynth sweep retry`: runs that came to nothing once more, with other settings where asked.
struct SweepRetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Make runs once more: those that failed, had too little time, or are missing.",
    discussion: """
      Without --failed, --timeout or --missing it makes all that has no result. What --set changes is \
      told in the table, in a column of its own. Where a scheduler is named, here or in [sweep.batch], \
      it makes the runs; --engine local makes them on this computer.
      """)

  @OptionGroup var folder: SweepFolder

  @Flag(help: "Runs that failed.")
  var failed = false

  @Flag(help: "Runs that were stopped because time had run out.")
  var timeout = false

  @Flag(help: "Runs that were never begun, or lost with their worker.")
  var missing = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Put a value in the place of another for these runs, as in "
        + "run.tolerance.relative=1e-7.", valueName: "path=value"))
  var overrides: [String] = []

  @OptionGroup var batch: BatchArguments

  @OptionGroup var workers: SweepWorkers

  @Flag(help: "Only say what would be run.")
  var dryRun = false

  @Flag(help: "Write nothing but errors.")
  var quiet = false

  func validate() throws {
    guard [failed, timeout, missing].count(where: { $0 }) <= 1 else {
      throw ValidationError("--failed, --timeout and --missing are one at a time")
    }
  }

  func run() throws {
    try saying {
      let campaign = try folder.open(by: SweepOrder.creator)
      let points = try campaign.scenarioPoints()
      let settings = try overrides.map(Self.setting)
      try campaign.check(settings, by: points)
      if try batch.plan(over: campaign.batchPlan()).engine != nil, batch.engine != .local {
        let source = try SubmissionSource(
          folder.directory, overrides: [], output: nil, isQuiet: quiet)
        return try SubmissionRun(
          source: source, arguments: batch, selection: selection, settings: settings,
          isDry: dryRun, isQuiet: quiet
        ).perform()
      }
      var schedulers = SweepSchedulers(campaign: campaign)
      let life = try schedulers.queue().life
      let work = try campaign.remaining(selection, life: life)
      let runs = work.reduce(0) { $0 + $1.runs }
      guard !dryRun, runs > 0 else {
        return Terminal.result("\(runs) runs in \(work.count) chunks would be made")
      }
      let submission = try campaign.directory.add(
        Submission(
          number: 0, engine: "local", created: Date().timeIntervalSince1970,
          selection: selection, settings: settings,
          tasks: [IndexRanges(work.map(\.chunk))]))
      try make(submission, of: campaign, points, life)
    }
  }

  private var selection: Selection {
    failed ? .failed : timeout ? .timedOut : missing ? .missing : .unfinished
  }

  private static func setting(_ text: String) throws -> Override {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Fault(.usage, "error: --set \(text) sets nothing; write path=value")
    }
    return Override(
      path: text[..<sign].trimmingCharacters(in: .whitespaces),
      value: text[text.index(after: sign)...].trimmingCharacters(in: .whitespaces))
  }

  /// Makes the runs on this computer, and the table with them.
  private func make(
    _ submission: Submission, of campaign: Campaign, _ points: ScenarioPoints,
    _ life: @escaping TaskLife
  ) throws {
    let stop = StopRequest()
    let cancellation = Cancellation()
    let sources = stop.listen { cancellation.cancel(StopReason(signal: $0)) }
    defer { withExtendedLifetime(sources) {} }
    var assignment = try Assignment(submission, task: 0)
    assignment.beat = workers.beat
    assignment.life = life
    let progress = SweepProgress(isQuiet: quiet)
    defer { progress.finish() }
    let reached = try campaign.work(
      assignment, by: points, jobs: workers.count, cancellation: cancellation
    ) { progress.advance(to: $0) }
    progress.finish()
    var counts: [RunStatus: Int] = [:]
    _ = try campaign.merge(units: ScenarioUnits()) { counts[$0.status, default: 0] += 1 }
    let made = reached.finished - reached.restored
    if !quiet {
      Terminal.result(
        "\(made) runs made; \(campaign.directory.table): \(counts[.done] ?? 0) done, "
          + "\(counts[.failed] ?? 0) failed, \(counts[.pending] ?? 0) pending")
    }
    if let reason = cancellation.reason {
      throw Fault(.checkpointed, "stopped (\(reason.rawValue)); the same command goes on")
    }
    if counts[.failed] ?? 0 > 0 { throw Fault(.somePointsFailed) }
  }
}
