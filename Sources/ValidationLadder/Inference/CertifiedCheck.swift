import Inference

/// Fits data sets with certified answers, from the starts that come with them.
///
/// The reference names the data sets, the `starts` (1, 2, or "many" for a multi-start between bounds
/// five decades wide). Errors are the largest over parameters and starts, relative.
struct CertifiedCheck {
  let validationCase: ValidationCase

  func claims() throws(CaseError) -> [Claim] {
    let reference = try ReferenceTable(path: validationCase.referencePath)
    let (name, starts) = (try reference.place(of: "data_set"), try reference.place(of: "starts"))
    let squares = try reference.place(of: "residual_squares")
    var claims: [Claim] = []
    for row in reference.rows {
      let dataset = try CertifiedDataset(path: "\(validationCase.folder)/data/\(row[name]).dat")
      guard try reference.number(row, squares) == dataset.residualSquares else {
        throw .bad("\(reference.path): \(row[name]) was certified with other residuals")
      }
      var fits: [Certified] = []
      for start in row[starts].split(separator: " ") {
        do throws(InferenceError) {
          fits.append(try fit(dataset, String(start)))
        } catch {
          throw .bad("\(validationCase.name): \(row[name]): \(error)")
        }
      }
      claims += validationCase.quantities.map { quantity in
        let worst = fits.compactMap { $0.comparison(of: quantity) }.max { $0.error < $1.error }
        return Claim(
          validationCase, "\(quantity) of \(row[name]), starts \(row[starts])", of: quantity,
          expected: worst.map { Self.text($0.expected) } ?? "a number of a fit",
          found: worst.map { Self.text($0.found) } ?? "nothing", error: worst?.error)
      }
    }
    return claims
  }

  private static func text(_ numbers: [Double]) -> String {
    numbers.map(\.shown).joined(separator: " ")
  }

  private func fit(
    _ dataset: CertifiedDataset, _ start: String
  ) throws(InferenceError) -> Certified {
    var settings = LeastSquares()
    settings.iterationLimit = 2000
    settings.tolerances = (1e-15, 1e-15, 1e-14)
    var fit: Fit?
    if let number = Int(start), dataset.starts.indices.contains(number - 1) {
      fit = try settings.fit(dataset.model, from: dataset.starts[number - 1])
    } else {
      fit =
        Waterfall(try MultiStart(dataset.bounded, count: 12, settings: settings).run(jobs: 1))
        .best
    }
    guard let fit else { throw .startFails(reason: "no start led anywhere") }
    let covariance = try ParameterCovariance(
      Sensitivity(dataset.model, fit), errorScale: .reducedChiSquare, tolerance: 1e-11)
    return Certified(dataset: dataset, fit: fit, covariance: covariance)
  }
}

/// A fit beside what was certified.
private struct Certified {
  let dataset: CertifiedDataset
  let fit: Fit
  let covariance: ParameterCovariance

  struct Comparison {
    let expected: [Double]
    let found: [Double]
    /// The largest, relative; infinite where a number is missing.
    let error: Double

    init(_ found: [Double], with expected: [Double]) {
      (self.expected, self.found) = (expected, found)
      error = zip(found, expected).reduce(0) { largest, pair in
        let error = abs(pair.0 / pair.1 - 1)
        return error <= largest ? largest : error.isNaN ? .infinity : error
      }
    }
  }

  /// Nil where there is no such quantity.
  func comparison(of quantity: String) -> Comparison? {
    switch quantity {
    case "value": return Comparison(fit.values, with: dataset.certified)
    case "standard_error":
      let errors = fit.values.indices.map { covariance.standardError($0) ?? .nan }
      return Comparison(errors, with: dataset.deviations)
    case "residual_squares": return Comparison([fit.chiSquare], with: [dataset.residualSquares])
    default: return nil
    }
  }
}

extension CertifiedDataset {
  /// The model with logarithmic parameters between a thousandth and a hundred times the certified ones.
  fileprivate var bounded: TargetModel {
    model.with(
      zip(model.parameters, certified).map { parameter, value in
        FitParameter(
          parameter.name, start: value / 100, lower: value / 1000, upper: 100 * value,
          scale: .logarithmic)
      })
  }
}
