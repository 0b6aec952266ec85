import Fitting
import Foundation
import Inference

/// The outcome of a fit as JSON.
struct FitDocument: Encodable {
  struct Parameter: Encodable {
    let name: String
    let unit: String
    let value: Double
    let standardError: Double?
    let lower: Double
    let upper: Double
    let start: Double
  }

  struct Series: Encodable {
    let name: String
    let points: Int
    let chiSquare: Double
    let scale: Double?
  }

  let converged: Bool
  let reason: String
  let points: Int
  let unknowns: Int
  let chiSquare: Double
  let reducedChiSquare: Double?
  let aic: Double
  let bic: Double
  let derivatives: String
  /// What the tolerance of the runs moves, in standard deviations of all data together.
  let numericalShift: Double?
  let seconds: Double
  let parameters: [Parameter]
  let correlation: [[Double?]]
  let verdicts: [Verdict]
  let profiles: [Profile]
  let posterior: [PosteriorSummary]
  let starts: [Attempt]
  let series: [Series]
  let data: FitDataReport

  init(_ result: FitResult, of fit: GlobalFit) {
    data = FitDataReport(fit)
    let best = result.best
    converged = best.hasConverged
    reason = best.outcome.reason
    points = result.pointCount
    unknowns = result.unknownCount
    chiSquare = best.chiSquare
    reducedChiSquare = result.reducedChiSquare
    aic = result.criteria.aic
    bic = result.criteria.bic
    derivatives = result.differences ?? "forward sensitivities"
    numericalShift = result.numericalShift
    seconds = result.wallTime
    parameters = result.parameters.enumerated().map { place, parameter in
      Parameter(
        name: parameter.name, unit: parameter.unit, value: best.values[place],
        standardError: result.covariance.standardError(place), lower: parameter.lower,
        upper: parameter.upper, start: best.start[place])
    }
    correlation = result.parameters.indices.map { one in
      result.parameters.indices.map { result.covariance.correlation(one, $0) }
    }
    verdicts = result.verdicts
    profiles = result.profiles
    posterior = result.posterior?.summary() ?? []
    starts = result.waterfall.fits + result.waterfall.failed
    series = result.series.map {
      Series(name: $0.name, points: $0.points, chiSquare: $0.chiSquare, scale: $0.scale)
    }
  }

  var text: String { Self.text(of: self) }

  static func text(of document: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
