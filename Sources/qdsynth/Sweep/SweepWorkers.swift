import ArgumentParser
import Campaigns
import Foundation

/// How many runs a process makes at a time.
struct SweepWorkers: ParsableArguments {
  @Option(help: "Runs at a time; as many as there are cores if not given.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Seconds between two signs of life.", visibility: .hidden))
  var beat = Assignment.usualBeat

  var count: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
    guard beat > 0, beat.isFinite else { throw ValidationError("--beat must be above zero") }
  }
}
