import Foundation
import Results
import Synthesis

/// What `run` says of a result: the physics in force, and the flask over time.
struct RunReport {
  let result: RunResult
  let experiment: Experiment
  let path: String

  /// The columns of the table, by the names that results give them.
  private static let columns = [
    "temperature", "solute", "supersaturation", "number", "radius_mean", "dispersion", "yield",
  ]

  var lines: [String] {
    let options = result.process.options.map { "  " + $0.name.padded(to: 18) + $0.value }
    return [result.title, ""] + options + [""] + table + [""] + findings + ["", closing]
  }

  private var findings: [String] {
    guard let ensemble = result.ensemble else {
      return EventReport(result: result).lines + [errors + dopants] + resumptions + refinements
    }
    return EnsembleReport(ensemble: ensemble).lines
  }

  private var table: [String] {
    let carried = result.dopantNames.map { "\($0)_per_crystal" }
    let columns = (Self.columns + carried).compactMap { result.summary[$0] }
    let names = ["time"] + columns.map(\.name)
    let units = ["s"] + columns.map(\.unit)
    let rows = shownFrames.map { frame in
      [text(result.summary.times[frame])] + columns.map { text($0.values[frame]) }
    }
    return ([names, units] + rows).map { row in
      row.map { cell in String(repeating: " ", count: max(1, 15 - cell.count)) + cell }.joined()
    }
  }

  /// At most a dozen frames, spread over the run, the last among them.
  private var shownFrames: [Int] {
    let count = result.summary.times.count
    guard count > 12 else { return Array(0..<count) }
    return (0..<12).map { $0 * (count - 1) / 11 }
  }

  private func text(_ value: Double?) -> String {
    value.map { String(format: "%.5g", $0) } ?? "-"
  }

  /// The error budget in one line.
  private var errors: String {
    let statistics = result.statistics
    return String(
      format: "errors: matter defect %.1e, most negative %.1e, near the top %.1e, %d steps",
      statistics.matterDefect, statistics.largestNegative, statistics.shareNearTop,
      statistics.steps)
  }

  private var dopants: String {
    guard !result.dopantNames.isEmpty else { return "" }
    return String(format: ", dopant defect %.1e", result.statistics.dopantDefect)
  }

  private var resumptions: [String] {
    let times = result.statistics.resumed
    guard !times.isEmpty else { return [] }
    return [
      "resumed from a checkpoint at "
        + times.map { String(format: "%.5g s", $0) }.joined(separator: ", ")
        + ": agrees with an undisturbed run within the tolerances"
    ]
  }

  private var refinements: [String] {
    result.refinements.map { refinement in
      let changes = Refinement.quantities.map { name in
        name + " " + (refinement.changes[name].map { String(format: "%+.1e", $0) } ?? "-")
      }
      return "finer \(refinement.name): " + changes.joined(separator: ", ")
    }
  }

  private var closing: String {
    let statistics = result.statistics
    return String(
      format: "%@: up to %ld units, %.2f s", path, statistics.largestCluster, statistics.wallTime)
  }
}
