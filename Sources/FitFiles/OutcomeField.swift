import HDF5Files
import Results

/// A dataset that holds one number or text of how a fit ended.
struct OutcomeField {
  /// Where in the outcome it stands.
  enum Place {
    case text(WritableKeyPath<FitFile.Outcome, String>)
    case count(WritableKeyPath<FitFile.Outcome, Int>)
    case number(WritableKeyPath<FitFile.Outcome, Double>)
  }

  let name: String
  let unit: String
  let longName: String
  let place: Place

  static var all: [OutcomeField] {
    [
      OutcomeField(
        name: "reason", unit: "", longName: "why the search ended", place: .text(\.reason)),
      OutcomeField(name: "method", unit: "", longName: "method", place: .text(\.method)),
      OutcomeField(name: "loss", unit: "", longName: "robust loss", place: .text(\.loss)),
      OutcomeField(
        name: "loss_scale", unit: "1",
        longName: "standard deviations from which on the loss weighs less",
        place: .number(\.lossScale)),
      OutcomeField(
        name: "derivatives", unit: "", longName: "how derivatives were taken",
        place: .text(\.derivatives)),
      OutcomeField(
        name: "seed", unit: "1", longName: "seed of starts and samples", place: .count(\.seed)),
      OutcomeField(name: "points", unit: "1", longName: "points", place: .count(\.points)),
      OutcomeField(
        name: "unknowns", unit: "1", longName: "free parameters, scales and backgrounds",
        place: .count(\.unknowns)),
      OutcomeField(
        name: "chi_square", unit: "1", longName: "sum of squares of the residuals",
        place: .number(\.chiSquare)),
      OutcomeField(
        name: "objective", unit: "1", longName: "chi-square after the loss, with the priors",
        place: .number(\.objective)),
      OutcomeField(
        name: "aic", unit: "1", longName: "Akaike's information criterion", place: .number(\.aic)),
      OutcomeField(
        name: "bic", unit: "1", longName: "Bayesian information criterion", place: .number(\.bic)),
      OutcomeField(
        name: "wall_time", unit: "s", longName: "time that the fit took", place: .number(\.wallTime)
      ),
    ]
  }
}

extension HDF5Group {
  func write(_ fields: [OutcomeField], of outcome: FitFile.Outcome) throws(HDF5Error) {
    try write([outcome.hasConverged ? 1 : 0], shape: [], as: "converged").describe(
      unit: "1", longName: "whether the best fit converged")
    for field in fields {
      let dataset =
        switch field.place {
        case .text(let path): try write(outcome[keyPath: path], as: field.name)
        case .count(let path): try write([Int64(outcome[keyPath: path])], shape: [], as: field.name)
        case .number(let path): try write([outcome[keyPath: path]], shape: [], as: field.name)
        }
      try dataset.describe(unit: field.unit, longName: field.longName)
    }
  }

  func read(_ fields: [OutcomeField]) throws(HDF5Error) -> FitFile.Outcome {
    var outcome = FitFile.Outcome()
    outcome.hasConverged = try dataset("converged").integers().first == 1
    for field in fields {
      let dataset = try dataset(field.name)
      switch field.place {
      case .text(let path): outcome[keyPath: path] = try dataset.strings().first ?? ""
      case .count(let path): outcome[keyPath: path] = Int(try dataset.integers().first ?? 0)
      case .number(let path): outcome[keyPath: path] = try dataset.numbers().first ?? .nan
      }
    }
    return outcome
  }
}
