import Fitting
import Foundation
import Inference
import ScenarioFiles

/// Runs the fit of a scenario and holds what it finds between two numbers, row by row.
///
/// Where the reference has a column `point`, the scenario's `[sweep]` is gone through, and fitted at each
/// of its points; where it has a column `rival`, each of the scenario's rivals is. A row with an `at` is not of the fit, but of the model at those values.
struct FitCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let scenario = try validationCase.scenario()
    if reference.columns.contains(where: { $0.name == "rival" }) {
      return try claims(ofRivalsOf: scenario, reference)
    }
    guard reference.columns.contains(where: { $0.name == "point" }) else {
      return try claims(of: scenario, reference, reference.rows, "")
    }
    let place = try reference.place(of: "point")
    let points = try SweepPoint.all(of: scenario)
    if let stranger = reference.rows.first(where: { row in
      !points.contains { $0.text == row[place] }
    }) {
      throw .bad("\(reference.path): \"\(stranger[place])\" is no point of the sweep")
    }
    var claims: [Claim] = []
    for point in points {
      let rows = reference.rows.filter { $0[place] == point.text }
      claims += try self.claims(of: point.scenario, reference, rows, ", \(point.text)")
    }
    return claims
  }

  private func claims(
    ofRivalsOf scenario: Scenario, _ reference: ReferenceTable
  ) throws(CaseError) -> [Claim] {
    let place = try reference.place(of: "rival")
    let rivals: [(name: String, scenario: Scenario)]
    do throws(ScenarioError) { rivals = try scenario.rivals() } catch {
      throw .bad("\(validationCase.scenarioPath): \(error)")
    }
    if let stranger = reference.rows.first(where: { row in
      !rivals.contains { $0.name == row[place] }
    }) {
      throw .bad("\(reference.path): \"\(stranger[place])\" is no rival")
    }
    var claims: [Claim] = []
    for rival in rivals {
      let rows = reference.rows.filter { $0[place] == rival.name }
      guard !rows.isEmpty else { continue }
      claims += try self.claims(of: rival.scenario, reference, rows, ", \(rival.name)")
    }
    return claims
  }

  private func claims(
    of scenario: Scenario, _ reference: ReferenceTable, _ rows: [[String]], _ suffix: String
  ) throws(CaseError) -> [Claim] {
    let fit = try fit(scenario)
    let result: FitResult
    do throws(InferenceError) {
      result = try fit.run(jobs: ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      throw .bad("\(validationCase.scenarioPath): \(error)")
    }
    let hasValues = reference.columns.contains { $0.name == "at" }
    return try rows.map { (row) throws(CaseError) in
      let name = row[try reference.place(of: "quantity")]
      let subject = row[try reference.place(of: "of")]
      let values = hasValues ? row[try reference.place(of: "at")] : ""
      let found = try FittedNumber(name, of: subject).value(
        in: result, try series(of: fit, result, at: values))
      return Claim(
        validationCase, FittedNumber.label(name, subject, at: values) + suffix, of: name,
        found: found, between: try Self.bound(row, "from", reference) ?? -.infinity,
        and: try Self.bound(row, "to", reference) ?? .infinity)
    }
  }

  private func fit(_ scenario: Scenario) throws(CaseError) -> GlobalFit {
    guard let plan = scenario.fit else {
      throw .bad("\(validationCase.scenarioPath): there is no [fit]")
    }
    do throws(FitFault) { return try GlobalFit(scenario, plan) } catch {
      throw .bad(error.description)
    }
  }

  /// The series at values that a row lists, `6697 121179`; those of the fit where it lists none.
  private func series(
    of fit: GlobalFit, _ result: FitResult, at text: String
  ) throws(CaseError) -> [SeriesFit] {
    guard !text.isEmpty else { return result.series }
    let values = text.split(separator: " ").compactMap { Double($0) }
    guard values.count == fit.model.parameters.count else {
      throw .bad(
        "\(validationCase.referencePath): \"\(text)\" is no value for each of "
          + "\(fit.model.parameters.count) parameters")
    }
    do throws(ModelFailure) { return try fit.model.curves(at: values) } catch {
      throw .bad("\(validationCase.scenarioPath): \(error.reason)")
    }
  }

  /// A number, or nil where the cell is empty.
  private static func bound(
    _ row: [String], _ name: String, _ reference: ReferenceTable
  ) throws(CaseError) -> Double? {
    let place = try reference.place(of: name)
    return row[place].isEmpty ? nil : try reference.number(row, place)
  }
}
