import Campaigns
import Kinetics
import Observation
import ScenarioFiles
import Synthesis

extension Scenario {
  /// What a sweep keeps of the first exciton where the scenario has `[optics]`, eV: its mean energy over the
  /// number of crystals, its full width at half maximum, and the part of it from the spread of sizes.
  ///
  /// The same numbers as `/entry/optics` has at the end of a run; no value where crystals lie beyond the
  /// sizing curve, or there are none.
  func excitonValues(of trajectory: Trajectory) -> [FinalValue] {
    guard let optics = observation?.optics else { return [] }
    let floor = experiment.ladder.radius(ofUnits: Double(experiment.crystalFloor) - 0.5)
    let exciton = optics.exciton(of: trajectory, floor: floor)
    let electronvolt = 1.602_176_634e-19
    func value(_ name: String, _ energy: Double?) -> FinalValue {
      FinalValue(name, energy.map { $0 / electronvolt }, unit: "eV")
    }
    return [
      value("first_exciton", exciton?.firstExciton), value("linewidth", exciton?.width),
      value("linewidth_inhomogeneous", exciton?.inhomogeneousWidth),
    ]
  }
}
