import ArgumentParser
import FitFiles
import Foundation
import Measurements
import ScenarioFiles

/// `qdsynth check`: the verdict on a scenario or a data file, with all that is wrong and where.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario: all that is wrong, with line and column.",
    discussion: """
      An HDF5 file is judged as NXcanSAS, strictly: every item that the definition requires, its \
      values, shapes and units, and the numbers, each fault with its path in the file. The file of a \
      fit is read, and its numbers are held against one another.
      """)

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

  /// What JSON holds of a fault in a data file.
  private struct DataEntry: Encodable {
    let severity: String
    let file: String
    let path: String
    let message: String
    let hint: String?
  }

  func run() throws {
    if FitFile.isFit(input.scenario) { return try checkFit(input.scenario) }
    if FileContent(of: input.scenario) == .hdf5 { return try checkData(input.scenario) }
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

  private func checkFit(_ file: String) throws {
    let check = FitFileCheck(try FittedFiles.read(file))
    if json {
      let entries = check.findings.map {
        DataEntry(severity: "error", file: file, path: $0.path, message: $0.message, hint: nil)
      }
      try Terminal.result(JSONText.of(entries))
    } else {
      for finding in check.findings { Terminal.note("\(file): \(finding)") }
      if check.isGood, !quiet { Terminal.result("\(file): good") }
    }
    if !check.isGood { throw Fault(.badData) }
  }

  private func checkData(_ file: String) throws {
    let check: NXcanSASCheck
    do throws(MeasurementsError) {
      check = try NXcanSASCheck(file: file)
    } catch {
      throw Fault(error)
    }
    if json {
      let entries = check.findings.map {
        DataEntry(
          severity: $0.severity.rawValue, file: file, path: $0.path, message: $0.message,
          hint: $0.hint)
      }
      try Terminal.result(JSONText.of(entries))
    } else {
      let shown = check.findings.filter { !quiet || $0.severity == .error }
      for finding in shown { Terminal.note("\(file): \(finding)") }
      if check.isGood, !quiet { Terminal.result("\(file): good") }
    }
    if !check.isGood { throw Fault(.badData) }
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
