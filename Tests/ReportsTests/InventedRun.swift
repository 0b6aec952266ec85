import Foundation
import Results
import Synthesis

/// A run as a burst of nucleation followed by growth and ripening might look.
enum InventedRun {
  /// - Parameter speed: how much faster everything goes than in the first run.
  static func result(speed: Double = 1, isSoluble: Bool = true) -> RunResult {
    let times = [0] + (0...60).map { 0.1 * pow(18_000, Double($0) / 60) }
    let units = (0...300).map { 1.5 + 20 * exp(0.022 * Double($0)) }
    let radii = units.map { 0.22 * cbrt($0) }
    let frames = times.map { frame(time: $0 * speed, at: $0, isSoluble: isSoluble) }
    let numbers = frames.map { distribution($0, radii) }
    let trajectory = Trajectory(
      speciesNames: ["solute"], frames: frames,
      distributions: SizeDistributions(
        edges: units, radii: radii, numbers: numbers, units: numbers.map { $0.map { _ in 0 } }),
      statistics: RunStatistics())
    return RunResult(
      title: "CdSe, hot injection at 240 °C", trajectory: trajectory,
      process: RunProcess(
        scenario: "", resolvedScenario: "", crystalFloor: 30, fileTime: "2026-01-02T03:04:05Z"))
  }

  private static func frame(time: Double, at shown: Double, isSoluble: Bool) -> Frame {
    var frame = Frame()
    let born = 1 - exp(-pow(time / 3, 3))
    frame.time = shown
    frame.temperature = 513
    frame.species = [0]
    frame.solute = 1e-3 + 2.4 * (1 - exp(-time / 1.2)) * exp(-pow(time / 8, 0.5))
    frame.species[0] = frame.solute
    frame.supersaturation = isSoluble ? frame.solute / 1e-3 : nil
    frame.number = 1.3e23 * born / (1 + time / 90)
    if born > 1e-4 {
      let mean = 0.8 + 2.2 * (1 - exp(-time / 25)) + 0.012 * cbrt(time * time)
      frame.radiusMean = mean
      frame.radiusSD = mean * (0.07 + 0.16 * exp(-time / 30) + 0.2 * (1 - exp(-time / 900)))
    }
    return frame
  }

  private static func distribution(_ frame: Frame, _ edges: [Double]) -> [Double] {
    guard let mean = frame.radiusMean, let spread = frame.radiusSD else {
      return [Double](repeating: 0, count: edges.count - 1)
    }
    let below = edges.map { 0.5 * erfc(-($0 - mean) / (spread * 2.0.squareRoot())) }
    return zip(below, below.dropFirst()).map { frame.number * max(0, $1 - $0) }
  }

  static let measured = """
    # a made-up series
    time [min], diameter_mean [Å], diameter_mean_error [Å], solute [mmol/L]
    0.2, 31, 2, 0.4
    1, 55, 2.5, 0.12

    5, 68, 3,
    20, 84, 4, 0.004
    """

  /// Two swept axes, the first logarithmic; one point failed.
  static let sweep: String = {
    var rows = ["index,identity,replicate,seed,status,reaction[0].rate_constant.value [1/s],"]
    rows[0] += "flask.temperature [K],radius_mean [nm],number [1/m^3],reason"
    for (i, rate) in [1e-4, 1e-3, 1e-2, 1e-1].enumerated() {
      for (j, temperature) in [353.15, 373.15, 393.15].enumerated() {
        let number = 1e21 * pow(rate / 1e-4, 0.9) / (1 + Double(j))
        let radius = 2e7 * pow(number, -1.0 / 3)
        rows.append("\(3 * i + j),id,0,1,done,\(rate),\(temperature),\(radius),\(number),")
      }
    }
    rows.append("12,id,0,1,failed,1,353.15,,,\"did not converge, at 3 s\"")
    return rows.joined(separator: "\n") + "\n"
  }()
}
