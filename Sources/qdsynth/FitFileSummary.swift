import FitFiles
import Foundation
import ScenarioFiles

/// What `show` says of the file of a fit.
struct FitFileSummary: Encodable {
  struct Series: Encodable {
    let name: String
    let kind: String
    let frames: Int
    let points: Int
    let chiSquare: Double
    let scale: Double?
  }

  let title: String
  let outcome: FitFile.Outcome
  let parameters: [FitFile.Parameter]
  let verdicts: [FitFile.Verdict]
  let series: [Series]
  let starts: Int
  let profiles: [String]
  /// Draws of all walkers; nil where nothing was sampled.
  let draws: Int?

  init(_ file: FitFile) {
    title = file.title
    outcome = file.outcome
    parameters = file.parameters
    verdicts = file.verdicts
    series = file.series.map {
      Series(
        name: $0.name, kind: $0.kind.rawValue, frames: $0.frames.count, points: $0.points,
        chiSquare: $0.chiSquare, scale: $0.scale)
    }
    starts = file.starts.count
    profiles = file.profiles.map(\.identifier)
    draws = file.samples.map { $0.logDensity.reduce(0) { $0 + $1.count } }
  }

  var lines: [String] {
    [
      title.isEmpty ? "a fit" : "a fit: \(title)",
      (outcome.hasConverged ? "converged: " : "not converged: ") + outcome.reason,
      "  chi-square  \(number(outcome.chiSquare, 8)) of \(outcome.points) points with "
        + "\(outcome.unknowns) unknowns, reduced "
        + (outcome.reducedChiSquare.map { number($0, 5) } ?? "-"),
      "  AIC, BIC    \(number(outcome.aic, 7)), \(number(outcome.bic, 7))",
      "  starts      \(starts), \(profiles.count) profiles, "
        + (draws.map { "\($0) draws" } ?? "no samples"), "",
    ] + parameterLines + [""] + seriesLines + verdictLines
  }

  private var parameterLines: [String] {
    let width = parameters.map(\.name.count).max() ?? 0
    return parameters.map { parameter in
      let error = parameter.standardError.map { "+/- \(number($0, 2))" } ?? "(no error)"
      return "  " + parameter.name.padding(toLength: width, withPad: " ", startingAt: 0)
        + "  \(number(parameter.value, 6)) \(error) \(parameter.unit)"
    }
  }

  private var seriesLines: [String] {
    series.map {
      "  \($0.name)  \($0.kind), \($0.frames) times, chi-square over points "
        + number($0.chiSquare / Double(max(1, $0.points)), 4)
    }
  }

  private var verdictLines: [String] {
    verdicts.isEmpty ? [] : ["", "what these data do not tell"] + verdicts.map { "  \($0.text)" }
  }

  private func number(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)g", value)
  }
}

/// The files of fits that commands read.
enum FittedFiles {
  static func read(_ path: String) throws(Fault) -> FitFile {
    do throws(FitFileError) { return try FitFile(reading: path) } catch { throw Fault(error) }
  }
}
