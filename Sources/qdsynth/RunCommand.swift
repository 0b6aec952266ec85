import ArgumentParser
import Foundation
import PopulationBalance
import Results
import ScenarioFiles
import Synthesis

/// `qdsynth run`: one experiment to one result file.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run one experiment and write its result file.")

  @OptionGroup var input: ScenarioArguments

  @Option(name: .shortAndLong, help: "The result file; by default named after the scenario.")
  var output: String?

  @Option(help: "The engine: balance.")
  var engine: String?

  @Option(help: "The seed of what is random.")
  var seed: UInt64?

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no summary.")
  var quiet = false

  func run() throws {
    let scenario = try input.load(adding: choices)
    if !quiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    let path = output ?? ResultName.of(input.scenario)
    try ResultName.check(path)
    let stop = StopRequest()
    let sources = stop.listen()
    let trajectory = simulate(scenario.experiment, stop)
    withExtendedLifetime(sources) {}
    let result = RunResult(
      title: scenario.experiment.title, trajectory: trajectory,
      process: RunProcess(of: scenario, overrides: input.overrides))
    try write(result, to: path)
    try report(result, of: scenario.experiment, in: path)
    guard let interruption = trajectory.interruption else { return }
    throw Fault(
      interruption.cause == .cancelled ? stop.status : .runFailed,
      "error: stopped at \(interruption.time) s of simulated time: \(interruption.reason)\n"
        + "what was reached is in \(path)")
  }

  /// What options of the command put in the place of a scenario's values.
  private var choices: [ScenarioOverride] {
    let engine = engine.map { ScenarioOverride("run.engine", "\"\($0)\"") }
    let seed = seed.map { ScenarioOverride("run.seed", "\($0)") }
    return [engine, seed].compactMap(\.self)
  }

  private func simulate(_ experiment: Experiment, _ stop: StopRequest) -> Trajectory {
    var progress = RunProgress(isQuiet: quiet)
    defer { progress.finish() }
    return experiment.balance { stage in
      progress.advance(to: stage)
      return stop.signal == nil ? .proceed : .cancel
    }
  }

  private func write(_ result: RunResult, to path: String) throws(Fault) {
    do throws(ResultError) {
      try result.write(to: path)
    } catch {
      throw Fault(error)
    }
  }

  private func report(_ result: RunResult, of experiment: Experiment, in path: String) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      Terminal.result(String(decoding: try encoder.encode(result.runSummary), as: UTF8.self))
    } else if !quiet {
      RunReport(result: result, experiment: experiment, path: path).lines
        .forEach(Terminal.result)
    }
  }
}
