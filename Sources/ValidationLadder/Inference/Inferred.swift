import Inference
import RealModule

/// What is inferred of a target.
struct Inferred {
  private let fit: Fit
  private let covariance: ParameterCovariance
  private let verdicts: [Verdict]
  private let profiles: [Inference.Profile]
  private let posterior: Posterior?
  private let names: [String]

  /// - Parameter draws: of each of 32 walkers; none for no samples and no profiles.
  init(_ model: TargetModel, seed: UInt64, draws: Int) throws(InferenceError) {
    names = model.parameters.map(\.name)
    fit = try LeastSquares().fit(model)
    let sensitivity = try Sensitivity(model, fit)
    covariance = try ParameterCovariance(sensitivity)
    verdicts = try Identifiability(sensitivity, covariance: covariance).verdicts
    guard draws > 0 else {
      (profiles, posterior) = ([], nil)
      return
    }
    profiles = try ProfileLikelihood().profiles(
      model, fit, of: Array(names.indices), covariance: covariance, jobs: 2)
    var sampler = EnsembleSampler()
    (sampler.walkers, sampler.warmUp, sampler.draws) = (32, draws / 2, draws)
    (sampler.thinning, sampler.seed, sampler.jobs) = (5, seed, 1)
    posterior = try sampler.sample(model, around: fit, covariance: covariance)
  }

  /// A number, and its standard error where it was drawn.
  struct Number {
    let value: Double
    var error: Double?
    /// Whether it is enough that it is as large, or as small, as was expected.
    var side: Side?

    enum Side { case atLeast, atMost }

    func distance(from expected: Double, in norm: Norm) -> Double {
      switch side {
      case .atLeast: max(0, expected - value)
      case .atMost: max(0, value - expected)
      case nil: error.map { abs(value - expected) / $0 } ?? norm.error(of: value, from: expected)
      }
    }
  }

  /// The number of that name; nil where there is none.
  func number(_ name: String, _ subjects: [String]) -> Number? {
    let places = subjects.compactMap { names.firstIndex(of: $0) }
    guard places.count == subjects.count, let place = places.first else { return nil }
    let interval = profiles.first { $0.place == place }?.intervals.last
    switch name {
    case "value": return Number(value: fit.values[place])
    case "standard_error": return covariance.standardError(place).map { Number(value: $0) }
    case "correlation":
      return covariance.correlation(place, places.last ?? place).map { Number(value: $0) }
    case "lower": return interval?.lower.map { Number(value: $0) }
    case "upper": return interval?.upper.map { Number(value: $0) }
    case "identifiable":
      return Number(value: verdicts.contains { $0.parameters.contains(place) } ? 0 : 1)
    default:
      if let kind = Verdict.Kind(rawValue: name) {
        let count = verdicts.count { $0.kind == kind && $0.parameters == places }
        return Number(value: Double(count))
      }
      return drawn(name, places)
    }
  }

  private func drawn(_ name: String, _ places: [Int]) -> Number? {
    guard let posterior, let place = places.first else { return nil }
    let summary = posterior.summary()[place]
    switch name {
    case "mean": return Number(value: summary.mean, error: summary.errorOfMean)
    case "r_hat": return Number(value: summary.rHat, side: .atMost)
    case "sample_size":
      return Number(value: min(summary.bulkSampleSize, summary.tailSampleSize), side: .atLeast)
    case "sd":
      // Of the squares of the distances from the mean, whose mean is the variance.
      let squares = PosteriorSummary(
        "", unit: "",
        posterior.draws(of: place).map { $0.map { ($0 - summary.mean) * ($0 - summary.mean) } })
      return Number(value: summary.sd, error: squares.errorOfMean / (2 * summary.sd))
    case "drawn_correlation":
      let other = posterior.summary()[places.last ?? place]
      let products = posterior.chains.map { chain in
        chain.map { draw in
          (draw[place] - summary.mean) / summary.sd
            * (draw[places.last ?? place] - other.mean) / other.sd
        }
      }
      let product = PosteriorSummary("", unit: "", products)
      return Number(value: product.mean, error: product.errorOfMean)
    default: return nil
    }
  }
}
