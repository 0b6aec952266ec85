import ClusterMonteCarlo
import Foundation
import HDF5Files
import LinearAlgebra
import Results
import ScenarioFiles
import Sundials
import Synthesis

extension RunProcess {
  /// How a run of a scenario came to be.
  init(of scenario: Scenario, overrides: [String]) {
    self.init(
      scenario: scenario.files.first?.text ?? "",
      resolvedScenario: scenario.resolvedText(showsOrigins: true), overrides: overrides,
      seed: scenario.experiment.seed, crystalFloor: scenario.experiment.crystalFloor,
      options: scenario.experiment.physicsOptions.map { Entry($0.name, $0.value) }
        + (scenario.experiment.engine == .monteCarlo
          ? [Entry("random_stream", Ensemble.randomStream)] : []),
      versions: [
        Entry("qdsynth", Version.text), Entry("SUNDIALS", Libraries.sundialsVersion),
        Entry("OpenBLAS", OpenBLAS.configuration),
      ],
      inputs: scenario.files.map { Entry($0.path, SHA256.digits(of: $0.text)) },
      provenance: scenario.provenance.map { "\($0.path) = \($0.text)" }.joined(separator: "\n"),
      fileTime: Date.now.formatted(.iso8601))
  }
}

extension Fault {
  /// A result file that cannot be had or made.
  init(_ error: ResultError) {
    let status: ExitStatus =
      switch error {
      case .notAResult, .notACheckpoint: .badData
      case .file(.missing): .inputMissing
      case .file(.cannotCreate): .cannotCreate
      case .file(.cannotWrite), .file(.library): .cannotWrite
      case .file: .badData
      }
    self.init(status, "error: \(error)")
  }
}
