import ArgumentParser
import Checkpoints
import ClusterMonteCarlo
import Foundation
import PopulationBalance
import Results
import ScenarioFiles
import Synthesis
import Units

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

  @Option(
    name: .customLong("stop-after"),
    help: ArgumentHelp(
      "Stop after this time, as in \"50 min\", and keep the run's state: the same command goes on.",
      valueName: "duration"))
  var stopAfter: String?

  @Option(
    name: .customLong("checkpoint-every"),
    help: ArgumentHelp(
      "Keep the run's state so often, or never; every 10 min if not given.", valueName: "duration")
  )
  var checkpointEvery: String?

  @Flag(help: "Begin anew, whatever state of the run was kept.")
  var fresh = false

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
    let keeper = RunKeeper(for: path, of: scenario, try schedule, stop)
    let result = try result(of: scenario, in: path, keeper, stop)
    withExtendedLifetime(sources) {}
    try report(result, of: scenario.experiment, in: path)
    guard let interruption = result.interruption else {
      keeper.remove()
      return try checkWhole(stop, path)
    }
    throw ending(interruption, keeper, stop, path)
  }

  /// What is said, and by which exit code, of a run that ended before its time.
  private func ending(
    _ interruption: Interruption, _ keeper: RunKeeper, _ stop: StopRequest, _ path: String
  ) -> Fault {
    let place = "stopped at \(interruption.time) s of simulated time"
    guard interruption.cause == .cancelled else {
      keeper.remove()
      return Fault(
        .runFailed,
        "error: \(place): \(interruption.reason)\nwhat was reached is in \(path)")
    }
    guard keeper.isKept else {
      return Fault(
        stop.status, "error: \(place): \(interruption.reason)\nwhat was reached is in \(path)")
    }
    return Fault(
      stop.signal == SIGINT ? .interrupted : .checkpointed,
      "\(place); the run's state is kept in \(keeper.path)\ngo on with the same command: "
        + CommandLine.arguments.map(Self.quoted).joined(separator: " "))
  }

  /// An argument as a shell takes it.
  private static func quoted(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy { byte in
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+./,:@%".utf8.contains(byte)
    }
    return isPlain && !argument.isEmpty
      ? argument : "'" + argument.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  private var schedule: RunKeeper.Schedule {
    get throws(Fault) {
      let every = checkpointEvery ?? "10 min"
      return RunKeeper.Schedule(
        every: every == "never" ? nil : try seconds(every, "--checkpoint-every"),
        limit: try stopAfter.map { text throws(Fault) in try seconds(text, "--stop-after") })
    }
  }

  private func seconds(_ text: String, _ option: String) throws(Fault) -> Double {
    let seconds: Double
    do throws(UnitsError) {
      seconds = try Dimension.time.parse(text)
    } catch {
      throw Fault(.usage, "error: \(option): \(error); \(error.hint ?? "")")
    }
    guard seconds > 0 else {
      throw Fault(.usage, "error: \(option): write a time above zero, as in \"50 min\"")
    }
    return seconds
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
    of scenario: Scenario, in path: String, _ keeper: RunKeeper, _ stop: StopRequest
  ) throws -> RunResult {
    let experiment = scenario.experiment
    let earlier = fresh ? nil : try keeper.earlier()
    if let earlier, !quiet {
      Terminal.note("going on from \(keeper.path): \(earlier.reached)")
    }
    let process = RunProcess(of: scenario, overrides: input.overrides)
    guard experiment.engine == .balance else {
      let ensemble = try Realizations(
        experiment: experiment, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
        isQuiet: quiet
      ).draw(from: earlier?.tape, keeper, stop)
      var result = RunResult(
        title: experiment.title, ensemble: ensemble, of: experiment, process: process)
      observe(ensemble.trajectory(of: experiment.network), as: scenario, into: &result)
      try write(result, to: path)
      return result
    }
    let trajectory = simulate(experiment, from: earlier?.tape, keeper)
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

  private func simulate(
    _ experiment: Experiment, from kept: StateTape?, _ keeper: RunKeeper
  ) -> Trajectory {
    var progress = RunProgress(isQuiet: quiet)
    defer { progress.finish() }
    return experiment.balance(continuing: kept, keep: keeper.keep) { stage in
      progress.advance(to: stage)
      return keeper.answer(at: stage.time, "\(stage.time) s of \(stage.end) s were simulated")
    }
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
