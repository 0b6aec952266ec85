import ArgumentParser
import BatchSystems
import Campaigns
import Foundation
import ScenarioFiles

/// `qdsynth sweep submit`: a sweep to the scheduler of a cluster, or to GNU parallel.
struct SweepSubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "Hand a sweep to the scheduler of a cluster.",
    discussion: """
      Plans the sweep where it is not planned yet, times a few runs, and hands in all that has no \
      result and is not in the queue, as arrays of tasks of some minutes, with a job that writes \
      the table after them. What a scheduler needs to know stands in [sweep.batch] of the scenario \
      or in options.
      """)

  @Argument(help: "The folder of a planned sweep, or a scenario.", completion: .file())
  var target: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Put a value in the place of another in the scenario.", valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .shortAndLong, help: "The folder of the sweep; named after the scenario if not given.")
  var output: String?

  @OptionGroup var batch: BatchArguments

  @Option(help: "Write the script that would be filled in for this scheduler, to be changed.")
  var printTemplate: BatchEngine?

  @Flag(help: "Only say what would be handed in.")
  var dryRun = false

  @Flag(help: "Write nothing but errors.")
  var quiet = false

  func run() throws {
    if let printTemplate {
      return Terminal.result(String(printTemplate.system.explainedTemplate.dropLast()))
    }
    guard let target else {
      throw Fault(.usage, "error: the folder of a sweep or a scenario is missing")
    }
    try saying {
      let source = try SubmissionSource(
        target, overrides: overrides, output: output, isQuiet: quiet)
      try SubmissionRun(
        source: source, arguments: batch, selection: .unfinished, settings: [], isDry: dryRun,
        isQuiet: quiet
      ).perform()
    }
  }
}
