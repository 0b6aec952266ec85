import ScenarioFiles
import Synthesis

/// The series that one run answers for: those with the same values of their own.
struct FitCondition: Sendable {
  let scenario: Scenario
  /// When anything was measured, s.
  let times: [Double]
  let targets: [any FitTarget]
  /// For each target, the place of each of its times among those of the run.
  let places: [[Int]]

  init(_ scenario: Scenario, _ targets: [any FitTarget]) {
    self.scenario = scenario
    self.targets = targets
    let times = Array(Set(targets.flatMap(\.times))).sorted()
    self.times = times
    places = targets.map { target in
      target.times.map { time in times.firstIndex(of: time) ?? 0 }
    }
  }

  /// The experiment at some values, with an output whenever something was measured.
  func experiment(_ overrides: [ScenarioOverride]) throws(ScenarioError) -> Experiment {
    var experiment = try scenario.with(overrides).experiment
    experiment.outputs = times
    experiment.duration = times.last ?? experiment.duration
    return experiment
  }
}
