import Foundation
import Kinetics
import Measurements
import Observation
import PopulationBalance
import ScenarioFiles
import Synthesis

/// The files that `[[fit.data]]` of a scenario names, made by the scenario's own instruments.
///
/// Scattering with its counting noise goes into NXcanSAS, diameters of single crystals, spectra and
/// quantities of the summary into tables; the latter two have no noise.
struct VirtualMeasurement {
  private let scenario: Scenario
  private let seed: UInt64
  private let trajectory: Trajectory

  /// - Parameters:
  ///   - scenario: at the values that are true.
  ///   - seed: of the noise.
  init(of scenario: Scenario, seed: Int) throws(CaseError) {
    self.scenario = scenario
    self.seed = UInt64(seed)
    trajectory = scenario.experiment.balance()
    if let interruption = trajectory.interruption {
      throw .bad("stopped at \(interruption.time.shown) s: \(interruption.reason)")
    }
  }

  func write(_ series: FitSeries, into folder: String) throws(CaseError) {
    guard let name = series.files.first, series.files.count == 1, !name.contains("/") else {
      throw .bad("\(series.name): a series that is made has one file without a folder")
    }
    let path = "\(folder)/\(name)"
    switch series.kind {
    case .saxs: try writeScattering(to: path)
    case .tem: try writeDiameters(to: path)
    case .absorption: try writeSpectra(to: path)
    case .quantity: try writeQuantity(series.quantity ?? "", to: path)
    }
  }

  private func writeScattering(to path: String) throws(CaseError) {
    guard let plan = scenario.observation?.scattering, plan.noise != nil else {
      throw .bad("a series that is made needs [saxs] with \"counts\"")
    }
    let shown = plan.series(of: trajectory, seed: seed)
    let frames = shown.times.indices.map { place in
      MeasuredFrame(
        name: "frame \(place)", time: shown.times[place], q: shown.q,
        intensity: shown.measured[place], deviation: shown.deviations[place])
    }
    let series = MeasuredSeries(title: "made", intensityUnit: .absolute, frames: frames)
    do throws(MeasurementsError) {
      try NXcanSASWriter(series, layout: .series).write(to: path)
    } catch {
      throw .unwritable("\(error)")
    }
  }

  private func writeDiameters(to path: String) throws(CaseError) {
    guard let plan = scenario.observation?.microscopy else {
      throw .bad("a series of diameters that is made needs [tem]")
    }
    let shown = plan.series(of: trajectory, floor: floor, seed: seed)
    let rows = zip(shown.times, shown.diameters).flatMap { time, diameters in
      diameters.map { "\(time),\($0 * 1e9)" }
    }
    try write(["time [s],diameter [nm]"] + rows, to: path)
  }

  private func writeSpectra(to path: String) throws(CaseError) {
    guard let plan = scenario.observation?.optics else {
      throw .bad("spectra that are made need [optics]")
    }
    let shown = plan.series(of: trajectory, floor: floor)
    let head = "wavelength [nm]," + shown.times.map { "\($0) s" }.joined(separator: ",")
    let rows = shown.wavelengths.indices.map { place in
      let cells = shown.frames.map { "\($0.absorbance?[place] ?? .nan)" }
      return "\(shown.wavelengths[place] * 1e9)," + cells.joined(separator: ",")
    }
    try write([head] + rows, to: path)
  }

  private func writeQuantity(_ name: String, to path: String) throws(CaseError) {
    guard let observed = Observed(name, of: trajectory, on: scenario.experiment.grid) else {
      throw .bad("a run has no \"\(name)\"")
    }
    let rows = trajectory.frames.indices.compactMap { place in
      observed.value(in: trajectory, at: place).map { "\(trajectory.frames[place].time),\($0)" }
    }
    try write(["time [s],\(name) [\(observed.unit)]"] + rows, to: path)
  }

  /// The radius from which on a particle is a crystal, m.
  private var floor: Double {
    scenario.experiment.ladder.radius(ofUnits: Double(scenario.experiment.crystalFloor) - 0.5)
  }

  private func write(_ lines: [String], to path: String) throws(CaseError) {
    let text = lines.joined(separator: "\n") + "\n"
    guard (try? text.write(toFile: path, atomically: true, encoding: .utf8)) != nil else {
      throw .unwritable("\"\(path)\" cannot be written")
    }
  }
}
