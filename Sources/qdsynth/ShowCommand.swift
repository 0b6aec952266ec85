import ArgumentParser
import FitFiles
import Foundation
import ScenarioFiles

/// `qdsynth show`: the values of a scenario, and where each came from; or what a fit found.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the values of a scenario and where each came from.",
    discussion: "Of the file of a fit (.h5), what it found.")

  @OptionGroup var input: ScenarioArguments

  @Flag(help: "Show defaults and the values of built-in materials too.")
  var resolved = false

  @Flag(help: "Show the file and line, or what else a value came from.")
  var origin = false

  @Flag(help: "Write every value that holds, with its origin, as JSON.")
  var json = false

  /// What JSON holds of a value.
  private struct Entry: Encodable {
    let path: String
    let value: String
    let origin: String
  }

  func run() throws {
    if FitFile.isFit(input.scenario) { return try showFit() }
    let scenario = try input.load()
    guard !json else {
      let entries = scenario.resolved.map {
        Entry(path: $0.path, value: $0.text, origin: $0.origin)
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Terminal.result(String(decoding: try encoder.encode(entries), as: UTF8.self))
    }
    let text =
      resolved
      ? scenario.resolvedText(showsOrigins: origin) : scenario.writtenText(showsOrigins: origin)
    Terminal.result(String(text.dropLast()))
  }

  private func showFit() throws {
    let summary = FitFileSummary(try FittedFiles.read(input.scenario))
    guard !json else { return try Terminal.result(JSONText.of(summary)) }
    summary.lines.forEach(Terminal.result)
  }
}
