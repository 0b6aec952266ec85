import ArgumentParser
import Campaigns

/// `qdsynth sweep cancel`: all who work on a sweep are asked to stop.
struct SweepCancelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Stop all that works on a sweep; what is finished stays, and retry goes on from it.")

  @OptionGroup var folder: SweepFolder

  @Flag(help: "Only say what would be stopped.")
  var dryRun = false

  func run() throws {
    try saying {
      let campaign = try folder.open()
      var schedulers = SweepSchedulers(campaign: campaign)
      let told = try schedulers.cancel(isRehearsal: dryRun)
      let workers = try campaign.workers(life: try schedulers.queue().life)
      let own = workers.filter(\.isOnThisHost)
      let lines = told + own.compactMap { worker in stop(worker) }
      lines.forEach(Terminal.result)
      if lines.isEmpty { Terminal.result("nobody works on \(campaign.directory.path) here") }
      let far = workers.filter { !$0.isOnThisHost && told.isEmpty }
      for worker in far {
        Terminal.note(
          "process \(worker.process) on \(worker.host) cannot be reached from here; "
            + "run qdsynth sweep cancel there")
      }
    }
  }

  private func stop(_ worker: WorkerProcess) -> String? {
    guard !dryRun else { return "would stop process \(worker.process)" }
    return worker.terminate() ? "process \(worker.process) was asked to stop" : nil
  }
}
