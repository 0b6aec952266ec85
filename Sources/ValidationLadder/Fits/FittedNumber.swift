import Fitting
import Inference
import RealModule

/// A number that a fit gives, by name: of all of it, of a parameter, or of a series.
struct FittedNumber {
  private let read: (FitResult, [SeriesFit]) -> Double?
  private let label: String

  /// - Parameter subject: the path of a parameter, or the name of a series, where one is meant.
  init(_ name: String, of subject: String) throws(CaseError) {
    label = Self.label(name, subject, at: "")
    func parameter(_ number: @escaping (FitResult, Int) -> Double?) -> (
      FitResult, [SeriesFit]
    ) -> Double? {
      { result, _ in
        result.parameters.firstIndex { $0.name == subject }.flatMap { number(result, $0) }
      }
    }
    func series(_ number: @escaping (SeriesFit) -> Double) -> (FitResult, [SeriesFit]) -> Double? {
      { _, all in all.first { $0.name == subject }.map(number) }
    }
    switch name {
    case "value": read = parameter { $0.best.values[$1] }
    case "standard_error": read = parameter { $0.covariance.standardError($1) }
    case "relative_error":
      read = parameter { result, place in
        result.covariance.standardError(place).map { $0 / abs(result.best.values[place]) }
      }
    case "lower": read = parameter { $0.interval($1).map { $0.lower ?? -.infinity } }
    case "upper": read = parameter { $0.interval($1).map { $0.upper ?? .infinity } }
    case "verdicts": read = { result, _ in Double(result.verdicts.count) }
    case "chi_square": read = { _, all in all.reduce(0) { $0 + $1.chiSquare } }
    case "reduced_chi_square": read = { result, _ in result.reducedChiSquare }
    case "bic": read = { result, _ in result.criteria.bic }
    case "converged": read = { result, _ in result.best.hasConverged ? 1 : 0 }
    case "log_likelihood": read = series(\.logLikelihood)
    case "mean_deviation": read = series(\.meanDeviation)
    default:
      guard let kind = Verdict.Kind(rawValue: name) else {
        throw .bad("a fit has no \"\(name)\"")
      }
      read = parameter { result, place in
        Double(result.verdicts.count { $0.kind == kind && $0.parameters.contains(place) })
      }
    }
  }

  func value(in result: FitResult, _ series: [SeriesFit]) throws(CaseError) -> Double {
    guard let value = read(result, series) else { throw .bad("the fit gives no \(label)") }
    return value
  }

  /// As the table of claims shows it.
  static func label(_ name: String, _ subject: String, at values: String) -> String {
    name + (subject.isEmpty ? "" : " of \(subject)") + (values.isEmpty ? "" : " at \(values)")
  }
}

extension FitResult {
  /// Where the profile of a parameter rises by 3.84, which it does 95 % of the time.
  fileprivate func interval(_ place: Int) -> ProfileInterval? {
    profiles.first { $0.place == place }?.intervals.first { $0.threshold == 3.84 }
  }
}

extension SeriesFit {
  /// Σ n ln p of counts n in bins, from χ² alone, which is their deviance 2 Σ n ln[n/(N p)].
  fileprivate var logLikelihood: Double {
    let saturated = curves.reduce(0.0) { sum, curve in
      let all = curve.data.reduce(0, +)
      return sum
        + curve.data.reduce(0) { $0 + ($1 > 0 ? $1 * Double.log($1 / all) : 0) }
    }
    return saturated - chiSquare / 2
  }

  /// Of |data - model|, in the unit of the data.
  fileprivate var meanDeviation: Double {
    let distances = curves.flatMap { zip($0.data, $0.model).map { abs($0 - $1) } }
    return distances.reduce(0, +) / Double(distances.count)
  }
}
