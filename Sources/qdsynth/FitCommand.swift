import ArgumentParser
import Fitting
import Foundation
import Inference
import Results
import ScenarioFiles

/// `qdsynth fit`: the values of a scenario that measurements tell, and how surely.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fit values of a scenario to measured series.")

  @OptionGroup var input: ScenarioArguments

  @Option(
    name: .shortAndLong,
    help: "Where results go, without an ending; named after the scenario if not given.")
  var output: String?

  @Option(help: "Starts at a time; as many as there are cores if not given.")
  var jobs: Int?

  @Flag(help: "Exit with 4 where a parameter ended at a bound.")
  var strict = false

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no report.")
  var quiet = false

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
  }

  func run() throws {
    let scenario = try input.load()
    guard let plan = scenario.fit else {
      throw Fault(
        .badData,
        "error: \(input.scenario) has no [fit]; add one with [[fit.parameter]] and [[fit.data]]")
    }
    if !quiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    let fit = try prepared(scenario, plan)
    if !quiet { fit.notes.forEach(Terminal.note) }
    let result = try fitted(fit)
    let stem = output ?? "fit-" + ResultName.stem(of: input.scenario)
    try write(result, plan, scenario, to: stem)
    if json {
      Terminal.result(FitDocument(result).text)
    } else if !quiet {
      FitReport(result).lines.forEach(Terminal.result)
      Terminal.result(
        "\n\(stem).json, \(stem).csv and \(stem).toml hold this and what runs as it is")
    }
    guard result.best.hasConverged, !(strict && result.isAtBound) else {
      throw Fault(.notConverged, "")
    }
  }

  private func prepared(_ scenario: Scenario, _ plan: FitPlan) throws -> GlobalFit {
    do throws(FitFault) { return try GlobalFit(scenario, plan) } catch {
      throw Fault(.badData, "error: \(error)")
    }
  }

  private func fitted(_ fit: GlobalFit) throws -> FitResult {
    let isQuiet = quiet
    do throws(InferenceError) {
      return try fit.run(jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount) { attempt in
        guard !isQuiet else { return }
        let end = attempt.fit.map { "chi-square \($0.chiSquare), \($0.outcome.reason)" }
        Terminal.note("start \(attempt.index + 1): \(end ?? attempt.failure ?? "")")
      }
    } catch {
      throw Fault(.runFailed, "error: \(error)")
    }
  }

  private func write(
    _ result: FitResult, _ plan: FitPlan, _ scenario: Scenario, to stem: String
  ) throws {
    try TextFile.write(Data((FitDocument(result).text + "\n").utf8), to: "\(stem).json")
    try TextFile.write(Data(FitTable(result).text.utf8), to: "\(stem).csv")
    let overrides = zip(plan.parameters, result.best.values).map {
      ScenarioOverride($0.path, $0.text(of: $1))
    }
    let fitted: Scenario
    do throws(ScenarioError) { fitted = try scenario.with(overrides) } catch {
      throw Fault(error)
    }
    try TextFile.write(Data(fitted.resolvedText().utf8), to: "\(stem).toml")
  }
}
