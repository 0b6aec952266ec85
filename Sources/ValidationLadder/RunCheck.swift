import ClusterMonteCarlo
import PopulationBalance
import ScenarioFiles
import Synthesis

/// Runs a scenario and compares its outputs with the reference, time by time.
///
/// Where the reference has a column `point`, the scenario is run at each point of its `[sweep]`, which the
/// column names as the first axis does.
struct RunCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let scenario = try validationCase.scenario()
    guard let column = reference.columns.firstIndex(where: { $0.name == "point" }) else {
      return try claims(scenario, reference, reference.rows, "")
    }
    let points = try SweepPoint.all(of: scenario)
    if let stranger = reference.rows.first(where: { row in
      !points.contains { $0.text == row[column] }
    }) {
      throw .bad("\(reference.path): \"\(stranger[column])\" is no point of the sweep")
    }
    var claims: [Claim] = []
    for point in points {
      claims += try self.claims(
        point.scenario, reference, reference.rows.filter { $0[column] == point.text },
        ", \(point.text)")
    }
    return claims
  }

  /// What one run gives.
  private func claims(
    _ scenario: Scenario, _ reference: ReferenceTable, _ rows: [[String]], _ suffix: String
  ) throws(CaseError) -> [Claim] {
    let experiment = scenario.experiment
    let trajectory =
      experiment.engine == .monteCarlo
      ? experiment.ensemble(jobs: 1).trajectory(of: experiment.network) : experiment.balance()
    if let interruption = trajectory.interruption {
      return [
        Claim(
          validationCase,
          failing: "stopped at \(interruption.time) s\(suffix): \(interruption.reason)")
      ]
    }
    let time = try reference.place(of: "time")
    var claims: [Claim] = []
    for name in validationCase.quantities {
      let column = try reference.place(of: name)
      let observed = try observed(
        name, trajectory, scenario.experiment, reference.columns[column])
      for row in rows {
        let moment = try reference.number(row, time)
        claims.append(
          try claim(
            observed, trajectory, moment, suffix, expected: reference.number(row, column)))
      }
    }
    return claims
  }

  private func observed(
    _ name: String, _ trajectory: Trajectory, _ experiment: Experiment,
    _ column: ReferenceTable.Column
  ) throws(CaseError) -> Observed {
    let known =
      if let file = Observed.bracketed(in: name, after: "distance") {
        Observed(
          name, distanceFrom: try Profile(path: validationCase.folder + "/" + file),
          on: experiment.grid, of: experiment.ladder)
      } else {
        Observed(name, of: trajectory, on: experiment.grid)
      }
    guard let observed = known else {
      throw .bad("\(validationCase.name): a run has no \"\(name)\"")
    }
    guard observed.unit == column.unit else {
      throw .bad(
        "\(validationCase.referencePath): \"\(name)\" is in \(observed.unit), "
          + "not in \(column.unit ?? "no unit")")
    }
    return observed
  }

  private func claim(
    _ observed: Observed, _ trajectory: Trajectory, _ time: Double, _ suffix: String,
    expected: Double
  ) throws(CaseError) -> Claim {
    guard let frame = trajectory.frame(at: time) else {
      throw .bad("\(validationCase.scenarioPath): there is no output at \(time.shown) s")
    }
    let label = "\(observed.name) [\(observed.unit)] at \(time.shown) s\(suffix)"
    guard let found = observed.value(in: trajectory, at: frame) else {
      return Claim(
        validationCase, label, of: observed.name, expected: expected.shown, found: "nothing",
        error: nil)
    }
    return Claim(validationCase, label, of: observed.name, expected: expected, found: found)
  }
}

extension ValidationCase {
  /// The scenario that the case runs.
  func scenario() throws(CaseError) -> Scenario {
    do throws(ScenarioError) {
      return try Scenario.load(scenarioPath)
    } catch {
      throw CaseError(error)
    }
  }
}
