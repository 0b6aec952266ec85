import Fitting
import Foundation
import Inference

/// What a fit says at its end.
struct FitReport {
  let result: FitResult

  init(_ result: FitResult) {
    self.result = result
  }

  var lines: [String] {
    statistics + [""] + parameters + correlations + profiles + posterior + series + verdicts
  }

  private var statistics: [String] {
    let best = result.best
    let gradient =
      result.differences.map { "differences of runs (\($0))" } ?? "forward sensitivities"
    return [
      best.hasConverged
        ? "converged: \(best.outcome.reason)" : "not converged: \(best.outcome.reason)",
      "  points               \(result.pointCount)",
      "  unknowns             \(best.freeCount) parameters, \(result.termCount) scales and backgrounds",
      "  evaluations          \(best.evaluations), with derivatives \(best.jacobians), by \(gradient)",
      "  chi-square           \(number(best.chiSquare, 8))",
      "  reduced chi-square   \(result.reducedChiSquare.map { number($0, 5) } ?? "-")",
      "  AIC, BIC             \(number(result.criteria.aic, 7)), \(number(result.criteria.bic, 7))",
      "  starts               \(result.waterfall.fits.count) finished, "
        + "\(result.waterfall.failed.count) failed, "
        + "\(result.waterfall.countOnBestLevel()) at the best chi-square",
      "  wall time            \(number(result.wallTime, 3)) s",
    ]
  }

  private var parameters: [String] {
    let width = result.parameters.map(\.name.count).max() ?? 0
    return result.parameters.enumerated().map { place, parameter in
      let value = result.best.values[place]
      let error = result.covariance.standardError(place)
      let share = error.map { " (\(number(100 * abs($0 / value), 2)) %)" } ?? ""
      let spread = error.map { " +/- \(number($0, 2))" } ?? " (no error)"
      let unit = parameter.unit.isEmpty ? "" : " \(parameter.unit)"
      return "  " + parameter.name.padding(toLength: width, withPad: " ", startingAt: 0)
        + "  \(number(value, 6))\(spread)\(unit)\(share)"
        + "  (start \(number(result.best.start[place], 4)))"
    }
  }

  private var correlations: [String] {
    var pairs: [(one: Int, other: Int, value: Double)] = []
    for one in result.parameters.indices {
      for other in result.parameters.indices where other > one {
        guard let value = result.covariance.correlation(one, other), abs(value) > 0.1 else {
          continue
        }
        pairs.append((one, other, value))
      }
    }
    guard !pairs.isEmpty else { return [] }
    return ["", "correlations above 0.1"]
      + pairs.sorted { abs($0.value) > abs($1.value) }.map { pair in
        "  \(number(pair.value, 3))  \(result.parameters[pair.one].name), "
          + result.parameters[pair.other].name
      }
  }

  private var profiles: [String] {
    guard !result.profiles.isEmpty else { return [] }
    return ["", "profile likelihoods"]
      + result.profiles.flatMap { profile in
        profile.intervals.map { interval in
          "  \(profile.name)  rise \(number(interval.threshold, 3)): "
            + "\(interval.lower.map { number($0, 5) } ?? "open") to "
            + "\(interval.upper.map { number($0, 5) } ?? "open")"
        }
      }
  }

  private var posterior: [String] {
    guard let posterior = result.posterior else { return [] }
    return ["", "posterior: mean, sd, R-hat, effective sample size"]
      + posterior.summary().map { row in
        "  \(row.name)  \(number(row.mean, 5)) +/- \(number(row.sd, 3))  \(number(row.rHat, 4))  "
          + number(row.bulkSampleSize, 4)
          + (row.isTrustworthy
            ? "" : "  too few draws: R-hat below 1.01 and 400 effective are needed")
      }
  }

  private var series: [String] {
    ["", "series: chi-square over points"]
      + result.series.map { series in
        let scale = series.scale.map { ", scale \(number($0, 5))" } ?? ""
        return
          "  \(series.name)  \(number(series.chiSquare / Double(max(1, series.points)), 4)) of "
          + "\(series.points)\(scale)"
      }
  }

  private var verdicts: [String] {
    let caution = result.numericalWarning.map { ["", "  \($0)"] } ?? []
    guard !result.verdicts.isEmpty else {
      return ["", "every parameter is told by these data"] + caution
    }
    return ["", "what these data do not tell"] + result.verdicts.map { "  \($0.text)" } + caution
  }

  private func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)g", value)
  }
}
