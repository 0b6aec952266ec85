import Foundation
import Results
import Synthesis

/// What `run` says of the milestones: a line each for nucleation, supply and focusing.
struct EventReport {
  let result: RunResult

  var lines: [String] { [nucleation, supply, focusing].compactMap(\.self) }

  private var milestones: Milestones { result.milestones }

  private var nucleation: String? {
    guard let first = at(milestones.nucleation10), let last = at(milestones.nucleation90) else {
      return nil
    }
    let overlap = milestones.nucleationOverlap.map {
      String(format: ", overlap with growth %.3g", $0)
    }
    return "nucleation: 10 % \(first), 90 % \(last)" + (overlap ?? "")
  }

  private var supply: String? {
    let meeting = at(milestones.supplyMeetsUptake).map { "uptake meets supply (Q = G n) \($0)" }
    let highest = milestones.highestSupersaturation
    let peak = at(milestones.supersaturationPeak).map { moment in
      "highest supersaturation" + (highest.map { String(format: " %.4g", $0) } ?? "")
        + " \(moment)"
    }
    let parts = [meeting, peak].compactMap(\.self)
    return parts.isEmpty ? nil : "supply: " + parts.joined(separator: ", ")
  }

  private var focusing: String? {
    guard let narrowest = at(milestones.narrowest), let lowest = milestones.lowestDispersion
    else { return nil }
    let turn = milestones.dispersionTurns.toDefocusing.last.map {
      String(format: ", defocusing from %.4g s on", $0)
    }
    return String(format: "focusing: lowest dispersion %.3g ", lowest) + narrowest + (turn ?? "")
  }

  private func at(_ moment: Milestones.Moment) -> String? {
    guard let time = moment.time else { return nil }
    let share = moment.conversion.map { String(format: " (%.3g %% converted)", 100 * $0) }
    return String(format: "at %.4g s", time) + (share ?? "")
  }
}
