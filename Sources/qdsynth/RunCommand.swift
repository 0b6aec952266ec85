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

  @Flag(help: "Run again with a tighter tolerance and finer cells, and say what that changes.")
  var refine = false

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
    var result = RunResult(
      title: scenario.experiment.title, trajectory: trajectory,
      process: RunProcess(of: scenario, overrides: input.overrides))
    try write(result, to: path)
    if refine, trajectory.interruption == nil {
      result.refinements = refinements(of: scenario.experiment, trajectory, stop)
      try write(result, to: path)
    }
    withExtendedLifetime(sources) {}
    try report(result, of: scenario.experiment, in: path)
    guard let interruption = trajectory.interruption else { return try checkWhole(stop, path) }
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

  /// Runs the experiment again, each time finer, until somebody asks to stop.
  private func refinements(
    of experiment: Experiment, _ trajectory: Trajectory, _ stop: StopRequest
  ) -> [Refinement] {
    var refinements: [Refinement] = []
    for (name, finer) in experiment.refinements where stop.signal == nil {
      let refined = simulate(finer, stop)
      guard refined.interruption?.cause != .cancelled else { break }
      if let interruption = refined.interruption {
        Terminal.note(
          "the run with finer \(name) stopped at \(interruption.time) s of simulated time: "
            + interruption.reason)
      }
      refinements.append(Refinement(name: name, of: trajectory, refined: refined))
    }
    return refinements
  }

  /// Says that a stop came while the finished run was being refined.
  private func checkWhole(_ stop: StopRequest, _ path: String) throws(Fault) {
    guard refine, stop.signal != nil else { return }
    throw Fault(stop.status, "error: refining was stopped\nthe run itself is whole in \(path)")
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
