import ArgumentParser
import Campaigns

/// `qdsynth sweep plan`: the folder of a sweep, ready for workers.
struct SweepPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Write down all points of a sweep, and run none.")

  @OptionGroup var input: ScenarioArguments

  @Option(
    name: .shortAndLong, help: "The folder of the sweep; named after the scenario if not given.")
  var output: String?

  @Flag(help: "Only say what would be run.")
  var dryRun = false

  @Flag(help: "Write nothing but errors.")
  var quiet = false

  func run() throws {
    try saying {
      let planner = try SweepPlanner(input, output, isQuiet: quiet, share: .many)
      guard !dryRun else { return try planner.rehearse() }
      let plan = try planner.plan(.fresh).plan
      guard !quiet else { return }
      Terminal.result(
        "\(planner.directory.path): \(plan.points) points, \(plan.runs) runs in "
          + "\(plan.chunkCount) chunks")
    }
  }
}
