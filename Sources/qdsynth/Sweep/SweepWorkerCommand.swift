import ArgumentParser
import Campaigns
import Dispatch
import Foundation
import Units

/// `qdsynth sweep worker`: makes runs of a planned sweep; what a scheduler starts on its nodes.
struct SweepWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Make runs of a planned sweep, as one of many workers.",
    discussion: """
      Needs nothing but the folder. Exits 0 when its part is done, 3 when runs failed, 75 when it was \
      stopped with work left, 74 when it cannot write.
      """)

  @OptionGroup var folder: SweepFolder

  @Option(help: "The submission that the task belongs to.")
  var submission: Int?

  @Option(help: "The number of the task in it; without, any chunk that nobody holds.")
  var index: Int?

  @OptionGroup var workers: SweepWorkers

  @Option(help: "Stop after this time, as in \"50 min\", and keep what there is.")
  var stopAfter: String?

  @Flag(help: "Write nothing but errors.")
  var quiet = false

  func validate() throws {
    guard (submission == nil) == (index == nil) else {
      throw ValidationError("--submission and --index go together")
    }
  }

  func run() throws {
    try saying {
      let budget = try stopAfter.map(Self.seconds)
      let campaign = try folder.open(by: SweepOrder.creator)
      let stop = StopRequest()
      let cancellation = Cancellation()
      let sources = stop.listen { cancellation.cancel(StopReason(signal: $0)) }
      defer { withExtendedLifetime(sources) {} }
      if let budget {
        DispatchQueue.global().asyncAfter(deadline: .now() + budget) {
          cancellation.cancel(.walltime)
        }
      }
      try work(campaign, cancellation)
    }
  }

  private func work(_ campaign: Campaign, _ cancellation: Cancellation) throws {
    var assignment = try assignment(campaign)
    assignment.beat = workers.beat
    let progress = SweepProgress(isQuiet: quiet)
    defer { progress.finish() }
    let reached = try campaign.work(
      assignment, by: try campaign.scenarioPoints(), jobs: workers.count,
      cancellation: cancellation
    ) { progress.advance(to: $0) }
    progress.finish()
    if !quiet { Terminal.result(Self.account(reached)) }
    if let reason = cancellation.reason, reached.pending > 0 {
      throw Fault(
        .checkpointed, "stopped (\(reason.rawValue)) with \(reached.pending) runs to go")
    }
    if reached.failed > 0 { throw Fault(.somePointsFailed) }
  }

  private func assignment(_ campaign: Campaign) throws -> Assignment {
    guard let submission, let index else { return Assignment() }
    return try Assignment(campaign.directory.submission(submission), task: index)
  }

  private static func account(_ reached: CampaignProgress) -> String {
    let made = reached.finished - reached.restored
    let failed = reached.failed > 0 ? ", \(reached.failed) failed" : ""
    let left = reached.pending > 0 ? ", \(reached.pending) left to others" : ""
    return "\(made) runs made of \(reached.runs)\(failed)\(left)"
  }

  private static func seconds(_ text: String) throws(Fault) -> Double {
    do throws(UnitsError) {
      let seconds = try Dimension.time.parse(text)
      if seconds > 0 { return seconds }
    } catch {
      throw Fault(.usage, "error: --stop-after: \(error); write for example \"50 min\"")
    }
    throw Fault(.usage, "error: --stop-after must be above zero, not \(text)")
  }
}
