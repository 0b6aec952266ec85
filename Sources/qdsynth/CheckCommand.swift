import ArgumentParser
import Foundation
import ScenarioFiles

/// `qdsynth check`: the verdict on a scenario, with all that is wrong and where.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario: all that is wrong, with line and column.")

  @OptionGroup var input: ScenarioArguments

  @Flag(help: "Write JSON.")
  var json = false

  @Flag(help: "Say nothing where the scenario is good.")
  var quiet = false

  /// What JSON holds of a diagnostic.
  private struct Entry: Encodable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let message: String
    let hint: String?
  }

  func run() throws {
    do throws(ScenarioError) {
      var overrides: [ScenarioOverride] = []
      for option in input.overrides { overrides.append(try ScenarioOverride(option: option)) }
      tell(try Scenario.load(input.scenario, overrides: overrides))
    } catch {
      guard json else { throw Fault(error) }
      write(error.diagnostics)
      throw Fault(Fault.status(of: error))
    }
  }

  private func tell(_ scenario: Scenario) {
    guard !json else { return write(scenario.warnings) }
    guard !quiet else { return }
    for warning in scenario.warnings { Terminal.note(warning.description) }
    Terminal.result("\(input.scenario): good")
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    CostEstimate(scenario.experiment, jobs: jobs, within: 1) { false }?.lines
      .forEach(Terminal.note)
  }

  private func write(_ diagnostics: [ScenarioDiagnostic]) {
    let entries = diagnostics.map {
      Entry(
        severity: $0.severity.rawValue, file: $0.file, line: $0.line, column: $0.column,
        message: $0.message, hint: $0.hint)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entries) else { return }
    Terminal.result(String(decoding: data, as: UTF8.self))
  }
}
