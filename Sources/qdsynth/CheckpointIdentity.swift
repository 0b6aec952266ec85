import Results
import ScenarioFiles
import Synthesis

/// What makes a kept state one of a run.
enum CheckpointIdentity {
  /// SHA-256 of all that decides what is simulated and recorded.
  static func digest(of scenario: Scenario) -> String {
    let experiment = scenario.experiment
    return SHA256.digits(
      of: scenario.identityText
        + "# \(experiment.outputs) \(experiment.crystalFloor) \(experiment.keepsEverySize) "
        + "\(experiment.depths)\n")
  }
}
