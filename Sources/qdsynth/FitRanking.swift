import Fitting
import Foundation
import Inference

/// Rival mechanisms fitted to the same data, the most probable first.
///
/// By the Bayesian information criterion, G. Schwarz, *Ann. Stat.* **6**, 461 (1978),
/// doi:10.1214/aos/1176344136. A difference above 10 is decisive where errors are known and
/// independent: R. E. Kass, A. E. Raftery, *J. Am. Stat. Assoc.* **90**, 773 (1995),
/// doi:10.1080/01621459.1995.10476572.
struct FitRanking {
  private var entries: [Entry] = []

  private struct Entry {
    let name: String
    let result: FitResult
    let document: FitDocument
  }

  mutating func add(_ name: String, _ result: FitResult, _ document: FitDocument) {
    entries.append(Entry(name: name, result: result, document: document))
    entries.sort { $0.result.criteria.bic < $1.result.criteria.bic }
  }

  var isContest: Bool { entries.count > 1 }
  var hasConverged: Bool { entries.first?.result.best.hasConverged ?? false }
  var isAtBound: Bool { entries.first?.result.isAtBound ?? false }

  var csv: String {
    let head = "rival,chi_square,points,unknowns,reduced_chi_square,aic,bic,delta_bic,converged"
    let rows = entries.map { entry in
      let result = entry.result
      let reduced = result.reducedChiSquare.map { "\($0)" } ?? ""
      return [
        "\"\(entry.name)\"", "\(result.best.chiSquare)", "\(result.pointCount)",
        "\(result.unknownCount)", reduced, "\(result.criteria.aic)", "\(result.criteria.bic)",
        "\(lead(over: result))", "\(result.best.hasConverged)",
      ].joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  var lines: [String] {
    let width = max(5, entries.map(\.name.count).max() ?? 0)
    func padded(_ text: String) -> String {
      text.padding(toLength: width, withPad: " ", startingAt: 0)
    }
    let rows = entries.map { entry in
      let result = entry.result
      return "  " + padded(entry.name)
        + String(
          format: "  %12.6g  %8d  %9.4g  %12.7g  %12.7g  %9.4g", result.best.chiSquare,
          result.unknownCount, result.reducedChiSquare ?? .nan, result.criteria.aic,
          result.criteria.bic, lead(over: result))
        + (result.best.hasConverged ? "" : "  not converged")
    }
    return [
      "", "rivals, the most probable first",
      "  " + padded("")
        + "    chi-square  unknowns    reduced           AIC           BIC  delta BIC",
    ] + rows
  }

  /// One document, or a list of those of the rivals.
  var json: String {
    guard isContest else { return entries.first?.document.text ?? "{}" }
    return FitDocument.text(of: entries.map { Named(rival: $0.name, fit: $0.document) })
  }

  private struct Named: Encodable {
    let rival: String
    let fit: FitDocument
  }

  /// How far a BIC is above the lowest.
  private func lead(over result: FitResult) -> Double {
    result.criteria.bic - (entries.first?.result.criteria.bic ?? 0)
  }
}
