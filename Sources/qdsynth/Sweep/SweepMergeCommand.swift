import ArgumentParser
import Campaigns

/// `qdsynth sweep merge`: the table of what there is now.
struct SweepMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Write the table of all results there are now, any number of times.")

  @OptionGroup var folder: SweepFolder

  @Flag(help: "Only say what would be written.")
  var dryRun = false

  @Flag(help: "Write nothing but errors.")
  var quiet = false

  func run() throws {
    try saying {
      let campaign = try folder.open()
      let directory = campaign.directory
      guard !dryRun else {
        return Terminal.result(
          "would write \(directory.table), \(directory.results) and \(directory.log)")
      }
      var counts: [RunStatus: Int] = [:]
      _ = try campaign.merge(units: ScenarioUnits()) { counts[$0.status, default: 0] += 1 }
      guard !quiet else { return }
      let told = [RunStatus.done, .failed, .pending].map { "\(counts[$0] ?? 0) \($0.rawValue)" }
      Terminal.result("\(directory.table): \(told.joined(separator: ", "))")
    }
  }
}
