import ArgumentParser
import ClusterMonteCarlo
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

  @Option(help: "The engine: balance, or monte-carlo.")
  var engine: String?

  @Option(help: "The seed of what is random.")
  var seed: UInt64?

  @Option(help: "Realizations of the engine monte-carlo.")
  var replicates: Int?

  @Option(help: "Realizations at a time; as many as there are cores if not given.")
  var jobs: Int?

  @Flag(help: "Run again with a tighter tolerance and finer cells, and say what that changes.")
  var refine = false

  @Flag(help: "Write the summary as JSON.")
  var json = false

  @Flag(help: "Write no progress and no summary.")
  var quiet = false

  func validate() throws {
    guard jobs.map({ $0 >= 1 }) != false else {
      throw ValidationError("--jobs must be at least 1")
    }
  }

  func run() throws {
    let scenario = try input.load(adding: choices)
    guard !refine || scenario.experiment.engine == .balance else {
      throw Fault(
        .usage,
        "error: --refine tightens the balance; replicates have standard errors, which more of them "
          + "lower")
    }
    if !quiet { for warning in scenario.warnings { Terminal.note(warning.description) } }
    let path = output ?? ResultName.of(input.scenario)
    try ResultName.check(path)
    let stop = StopRequest()
    let sources = stop.listen()
    let result = try result(of: scenario, in: path, stop)
    withExtendedLifetime(sources) {}
    try report(result, of: scenario.experiment, in: path)
    guard let interruption = result.interruption else { return try checkWhole(stop, path) }
    throw Fault(
      interruption.cause == .cancelled ? stop.status : .runFailed,
      "error: stopped at \(interruption.time) s of simulated time: \(interruption.reason)\n"
        + "what was reached is in \(path)")
  }

  /// What options of the command put in the place of a scenario's values.
  private var choices: [ScenarioOverride] {
    let engine = engine.map { ScenarioOverride("run.engine", "\"\($0)\"") }
    let seed = seed.map { ScenarioOverride("run.seed", "\($0)") }
    let replicates = replicates.map { ScenarioOverride("monte_carlo.replicates", "\($0)") }
    return [engine, seed, replicates].compactMap(\.self)
  }

  /// Runs the engine that is asked for, and writes what it gives.
  private func result(
    of scenario: Scenario, in path: String, _ stop: StopRequest
  ) throws -> RunResult {
    let experiment = scenario.experiment
    let process = RunProcess(of: scenario, overrides: input.overrides)
    guard experiment.engine == .balance else {
      let ensemble = try Realizations(
        experiment: experiment, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
        isQuiet: quiet
      ).draw(stop)
      var result = RunResult(
        title: experiment.title, ensemble: ensemble, of: experiment, process: process)
      observe(ensemble.trajectory(of: experiment.network), as: scenario, into: &result)
      try write(result, to: path)
      return result
    }
    let trajectory = simulate(experiment, stop)
    var result = RunResult(title: experiment.title, trajectory: trajectory, process: process)
    observe(trajectory, as: scenario, into: &result)
    try write(result, to: path)
    if refine, trajectory.interruption == nil {
      result.refinements = refinements(of: experiment, trajectory, stop)
      try write(result, to: path)
    }
    return result
  }

  /// Adds what the scenario asks to be observed, and says where that has gaps.
  private func observe(
    _ trajectory: Trajectory, as scenario: Scenario, into result: inout RunResult
  ) {
    guard let plan = scenario.observation else { return }
    let (series, gaps) = plan.observe(trajectory, of: scenario.experiment)
    result.observations = series
    if !quiet { gaps.forEach(Terminal.note) }
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
