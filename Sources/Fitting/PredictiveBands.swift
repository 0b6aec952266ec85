import Inference
import ScenarioFiles

/// What a fit predicts of the crystals over time, and how surely.
///
/// Of each run, the bands hold 95 % of the predictions at parameters that the data allow: draws of the
/// posterior where it was sampled, else of the normal distribution that the covariance at the best values
/// describes, those beyond the bounds drawn again. Parameters that have no error stay where they are.
public struct PredictiveBands: Sendable {
  public enum Source: String, Sendable, Hashable, Codable {
    case posterior
    case covariance
  }

  /// One quantity of one run.
  public struct Band: Sendable {
    /// A column of the summary, "radius_mean".
    public let quantity: String
    public let unit: String
    /// s.
    public let times: [Double]
    /// At the best values; nan where the quantity does not exist.
    public let best: [Double]
    /// The 2.5, 50 and 97.5 percent points; nan where fewer than half of the draws have the quantity.
    public let lower: [Double]
    public let median: [Double]
    public let upper: [Double]
  }

  /// The bands of a run that answers for some series.
  public struct Run: Sendable {
    public let series: [String]
    public let bands: [Band]
  }

  public let source: Source
  /// Draws that ran to their end.
  public let drawCount: Int
  public let runs: [Run]

  /// The columns of the summary that have bands: radius, dispersion, number and solute.
  static let quantities = ["radius_mean", "dispersion", "number", "solute", "yield"]
}

extension GlobalFit {
  /// The bands around the best values.
  func bands(
    _ best: [Double], _ covariance: ParameterCovariance, _ posterior: Posterior?, jobs: Int
  ) -> PredictiveBands {
    let draws =
      posterior?.points(plan.predictions)
      ?? ParameterDraws(model.parameters, best, covariance, seed: plan.seed).draws(plan.predictions)
    let model = model
    let all = concurrentMap(draws.count + 1, jobs: jobs) { number in
      model.predictions(at: number == 0 ? best : draws[number - 1])
    }
    let predictions = all.dropFirst().compactMap { $0 }
    let runs = model.conditions.indices.map { place in
      PredictiveBands.Run(
        series: model.conditions[place].targets.map(\.name),
        bands: all.first??[place].enumerated().map { column, prediction in
          prediction.band(of: predictions.map { $0[place][column] })
        } ?? [])
    }
    return PredictiveBands(
      source: posterior == nil ? .covariance : .posterior, drawCount: predictions.count, runs: runs)
  }
}
