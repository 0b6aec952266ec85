import Fitting
import Foundation
import ScenarioFiles

/// A fit to series that the scenario's own instruments made.
///
/// The series are read from files, as measured ones are.
enum MadeSeries {
  /// - Parameters:
  ///   - scenario: what is fitted, and to which series.
  ///   - truth: values of the scenario that the instruments see in the place of its own.
  ///   - seed: of the noise.
  static func fit(
    _ scenario: Scenario, at truth: [ScenarioOverride] = [], seed: Int
  ) throws(CaseError) -> GlobalFit {
    guard let plan = scenario.fit else { throw .bad("the scenario has no [fit]") }
    let folder = try WorkFolder()
    let measurement = try VirtualMeasurement(of: try changed(scenario, truth), seed: seed)
    for series in plan.series { try measurement.write(series, into: folder.path) }
    let moved = try self.moved(scenario, to: folder.path)
    do throws(FitFault) { return try GlobalFit(moved, plan) } catch {
      throw .bad(error.description)
    }
  }

  private static func changed(
    _ scenario: Scenario, _ truth: [ScenarioOverride]
  ) throws(CaseError) -> Scenario {
    do throws(ScenarioError) { return try scenario.with(truth) } catch { throw CaseError(error) }
  }

  /// The scenario as if it stood in a folder, where its series are looked for.
  private static func moved(
    _ scenario: Scenario, to folder: String
  ) throws(CaseError) -> Scenario {
    let text = scenario.files.first?.text ?? ""
    do throws(ScenarioError) {
      return try Scenario.parse(text, name: "\(folder)/scenario.toml")
    } catch {
      throw CaseError(error)
    }
  }
}
