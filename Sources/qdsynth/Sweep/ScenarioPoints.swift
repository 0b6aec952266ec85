import Campaigns
import ClusterMonteCarlo
import PopulationBalance
import Results
import ScenarioFiles
import Synthesis

/// The points of a campaign as variations of one scenario.
struct ScenarioPoints: PointRunner {
  let keep: SweepPlan.Keep
  private let kept: KeptScenario
  private let directory: CampaignDirectory
  private let scenario: Scenario
  /// The folder for a full result of every run, where they are kept.
  private let runs: String
  /// The folder for the states of runs that were stopped underway.
  private let checkpoints: String
  /// Seconds that a run takes, or is expected to take, from which on its state is kept.
  private let checkpointAfter: Double

  /// The points of a scenario as its folder keeps it; all workers read the same.
  init(_ kept: KeptScenario, in directory: CampaignDirectory) throws(ScenarioError) {
    // Without a folder in it, so that what is said of a point is the same in every folder.
    let whole = try Scenario(kept, name: "scenario.kept.toml")
    scenario = try whole.ofOneRun()
    keep = whole.sweep?.keep ?? .values
    self.kept = kept
    self.directory = directory
    runs = directory.runs
    checkpoints = directory.checkpoints
    checkpointAfter = (whole.sweep?.batch ?? BatchPlan()).checkpointAfter
  }

  func forOneThread() -> ScenarioPoints {
    (try? ScenarioPoints(kept, in: directory)) ?? self
  }

  func resolvedText(setting overrides: [Override]) throws(PointFailure) -> String {
    try varied(overrides).identityText
  }

  func run(_ point: PointRun, cancellation: Cancellation) throws(PointFailure) -> PointResult {
    let seeded = point.overrides + [Override(path: "run.seed", value: "\(point.seed)")]
    let scenario = try varied(seeded)
    let experiment = scenario.experiment
    let keeper = PointKeeper(
      "\(checkpoints)/\(point.index).checkpoint", of: scenario, after: checkpointAfter, cancellation
    )
    let ensemble = experiment.engine == .balance ? nil : draw(experiment, keeper)
    let trajectory =
      ensemble?.trajectory(of: experiment.network)
      ?? experiment.balance(continuing: keeper.earlier, keep: keeper.keep) {
        keeper.answer($0.time / $0.end, at: $0.time)
      }
    guard trajectory.interruption?.cause != .cancelled else { throw .cancelled }
    keeper.remove()
    if keep == .runs { try write(trajectory, ensemble, of: scenario, point, seeded) }
    let curves = keep == .curves ? TimeTable(curvesOf: trajectory) : nil
    if let interruption = trajectory.interruption {
      throw .failed(
        reason: "stopped at \(interruption.time) s of simulated time: \(interruption.reason)",
        curves: curves)
    }
    return PointResult(
      finalValues(of: trajectory) + (ensemble?.finalValues ?? [])
        + scenario.excitonValues(of: trajectory), curves: curves,
      resumed: trajectory.statistics.resumed.count)
  }

  private func draw(_ experiment: Experiment, _ keeper: PointKeeper) -> Ensemble {
    let duration = experiment.duration
    return experiment.ensemble(
      jobs: 1, continuing: keeper.earlier, keep: { keeper.keep($0) },
      observe: {
        let share = (Double($0.finished) + $0.running) / Double(max(1, $0.of))
        return keeper.answer(share, at: share * duration)
      })
  }

  private func varied(_ overrides: [Override]) throws(PointFailure) -> Scenario {
    do throws(ScenarioError) {
      return try scenario.with(
        overrides.map { ScenarioOverride($0.path, $0.value, in: scenario) })
    } catch {
      throw .failed(reason: error.description)
    }
  }

  private func finalValues(of trajectory: Trajectory) -> [FinalValue] {
    guard let last = trajectory.frames.last else { return [] }
    let summary = trajectory.summaryColumns.map { column in
      FinalValue(
        column.name, column.value(last).flatMap { $0.isFinite ? $0 : nil }, unit: column.unit)
    }
    let named = zip(trajectory.speciesNames, last.species).filter { $0.0 != "solute" }
    let species = named.map { name, amount in
      FinalValue("concentration_\(name)", amount, unit: "mol/m^3")
    }
    return summary + species + events(of: trajectory.milestones)
  }

  private func events(of milestones: Milestones) -> [FinalValue] {
    MilestoneField.all.map {
      FinalValue($0.name, milestones[keyPath: $0.place], unit: $0.unit)
    }
      + TurnField.all.map {
        FinalValue($0.firstName, milestones[keyPath: $0.place].first, unit: "s")
      }
  }

  /// Writes the full result of a run, whole or stopped, under the number of the run.
  private func write(
    _ trajectory: Trajectory, _ ensemble: Ensemble?, of scenario: Scenario, _ point: PointRun,
    _ overrides: [Override]
  ) throws(PointFailure) {
    let (title, process) = (
      scenario.experiment.title,
      RunProcess(of: scenario, overrides: overrides.map { "\($0.path)=\($0.value)" })
    )
    let result =
      ensemble.map {
        RunResult(title: title, ensemble: $0, of: scenario.experiment, process: process)
      } ?? RunResult(title: title, trajectory: trajectory, process: process)
    do throws(ResultError) {
      try result.write(to: "\(runs)/\(point.index).h5")
    } catch {
      throw .failed(reason: "the result cannot be kept: \(error)")
    }
  }
}
