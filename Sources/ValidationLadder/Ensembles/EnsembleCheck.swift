import ClusterMonteCarlo
import Foundation
import ScenarioFiles
import Synthesis

/// Draws realizations of a scenario and holds how they are distributed against the reference.
///
/// Each row of the reference says what is looked at, when and by which measure. Where it has a column
/// `point`, the scenario's `[sweep]` is gone through; each point is drawn by each method of the case.
struct EnsembleCheck {
  let validationCase: ValidationCase
  let tier: Tier

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let rows = try EnsembleRow.all(of: reference)
    let scenario = try validationCase.scenario()
    guard reference.columns.contains(where: { $0.name == "point" }) else {
      return try claims(of: scenario, rows, "")
    }
    let points = try SweepPoint.all(of: scenario)
    if let stranger = rows.first(where: { row in !points.contains { $0.text == row.point } }) {
      throw .bad("\(reference.path): \"\(stranger.point)\" is no point of the sweep")
    }
    var claims: [Claim] = []
    for point in points {
      claims += try self.claims(
        of: point.scenario, rows.filter { $0.point == point.text }, ", \(point.text)")
    }
    return claims
  }

  private func claims(
    of scenario: Scenario, _ rows: [EnsembleRow], _ suffix: String
  ) throws(CaseError) -> [Claim] {
    guard let settings = scenario.experiment.monteCarlo else {
      throw .bad("\(validationCase.scenarioPath): there is no [monte_carlo]")
    }
    let options = validationCase.options
    let methods = options.methods.isEmpty ? [settings.method] : options.methods
    var claims: [Claim] = []
    for method in methods {
      var experiment = scenario.experiment
      experiment.seed = UInt64(options.seed)
      experiment.monteCarlo?.method = method
      let count = tier == .full ? options.count : options.quickCount
      experiment.monteCarlo?.replicates = count > 0 ? count : settings.replicates
      claims += try self.claims(of: experiment, rows, ", \(method.rawValue)\(suffix)")
    }
    return claims
  }

  private func claims(
    of experiment: Experiment, _ rows: [EnsembleRow], _ suffix: String
  ) throws(CaseError) -> [Claim] {
    let ensemble = experiment.ensemble(jobs: ProcessInfo.processInfo.activeProcessorCount)
    if let interruption = ensemble.interruption {
      return [
        Claim(
          validationCase,
          failing: "stopped at \(interruption.time) s\(suffix): \(interruption.reason)")
      ]
    }
    if ensemble.replicates.contains(where: { $0.frames.contains { $0.matterDefect != 0 } }) {
      return [Claim(validationCase, failing: "matter is lost\(suffix)")]
    }
    let drawn = DrawnNumbers(ensemble, of: experiment)
    var claims: [Claim] = []
    for quantity in validationCase.quantities {
      claims += try self.claims(by: quantity, drawn, rows, suffix)
    }
    return claims
  }

  /// One for each group of rows that a measure judges together; what is no measure is a quantity of all
  /// realizations together.
  private func claims(
    by quantity: String, _ drawn: DrawnNumbers, _ rows: [EnsembleRow], _ suffix: String
  ) throws(CaseError) -> [Claim] {
    let measure = EnsembleMeasure(rawValue: quantity) ?? .pooled
    let fitting = rows.filter {
      $0.measures.contains(measure) && (measure != .pooled || $0.name == quantity)
    }
    guard !fitting.isEmpty else {
      throw .bad("\(validationCase.referencePath): there is no row for \"\(quantity)\"")
    }
    return try EnsembleRow.groups(of: fitting, by: measure).map { (group) throws(CaseError) in
      let verdict = try measure.deviation(of: drawn, from: group)
      let head = measure == .pooled ? quantity : "\(quantity) of \(group[0].name)"
      return Claim(
        validationCase, head + verdict.place + suffix, of: quantity, expected: verdict.expected,
        found: verdict.found, error: verdict.error)
    }
  }
}
