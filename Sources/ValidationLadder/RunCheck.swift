import PopulationBalance
import ScenarioFiles
import Synthesis

/// Runs a scenario and compares its outputs with the reference, time by time.
struct RunCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let scenario = try validationCase.scenario()
    let trajectory = scenario.experiment.balance()
    if let interruption = trajectory.interruption {
      return [
        Claim(
          validationCase, failing: "stopped at \(interruption.time) s: \(interruption.reason)")
      ]
    }
    let time = try reference.place(of: "time")
    var claims: [Claim] = []
    for name in validationCase.quantities {
      let column = try reference.place(of: name)
      let observed = try observed(name, trajectory, reference.columns[column])
      for row in reference.rows {
        let moment = try reference.number(row, time)
        claims.append(
          try claim(observed, trajectory, moment, expected: reference.number(row, column)))
      }
    }
    return claims
  }

  private func observed(
    _ name: String, _ trajectory: Trajectory, _ column: ReferenceTable.Column
  ) throws(CaseError) -> Observed {
    guard let observed = Observed(name, of: trajectory) else {
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
    _ observed: Observed, _ trajectory: Trajectory, _ time: Double, expected: Double
  ) throws(CaseError) -> Claim {
    guard let frame = trajectory.frame(at: time) else {
      throw .bad("\(validationCase.scenarioPath): there is no output at \(time.shown) s")
    }
    let label = "\(observed.name) [\(observed.unit)] at \(time.shown) s"
    guard let found = observed.value(in: trajectory, at: frame) else {
      return Claim(
        validationCase, label, expected: expected.shown, found: "nothing", error: nil)
    }
    return Claim(validationCase, label, expected: expected, found: found)
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
