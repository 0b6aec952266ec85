import Optimizers

/// How chi-square rises when one parameter is moved off its best value and all others follow.
///
/// Where it rises by 1.00 lie the ends of a 68.3 % interval, by 3.84 those of a 95 % one: A. Raue et al.,
/// *Bioinformatics* **25**, 1923 (2009), doi:10.1093/bioinformatics/btp358.
public struct ProfileLikelihood: Sendable {
  public var settings: LeastSquares
  public var thresholds = [1.00, 3.84]
  /// What chi-square is divided by: 1 for errors as given, χ²/(N - p) for one unknown factor.
  public var errorFactor = 1.0
  /// How near √Δχ² comes to that of a threshold where it is crossed.
  public var crossingTolerance = 1e-6
  /// Fits to each side, those that close in on a threshold not counted.
  public var stepLimit = 60

  public init(settings: LeastSquares = LeastSquares()) {
    self.settings = settings
  }

  /// Profiles of several parameters, each one by itself.
  public func profiles(
    _ model: any ResidualModel, _ fit: Fit, of places: [Int], covariance: ParameterCovariance?,
    jobs: Int
  ) throws(InferenceError) -> [Profile] {
    let results = concurrentMap(places.count, jobs: jobs) { number in
      Result { () throws(InferenceError) in
        try profile(model, fit, of: places[number], covariance: covariance)
      }
    }
    var profiles = [Profile]()
    for result in results { profiles.append(try result.get()) }
    return profiles
  }

  /// - Parameter covariance: where known, the first step is half a standard error.
  public func profile(
    _ model: any ResidualModel, _ fit: Fit, of place: Int, covariance: ParameterCovariance? = nil
  ) throws(InferenceError) -> Profile {
    let problem = try ScaledProblem(model, settings)
    guard fit.values.count == problem.parameters.count else {
      throw .wrongCount(expected: problem.parameters.count, given: fit.values.count)
    }
    let parameter = problem.parameters[place]
    let middle = parameter.scaled(fit.values[place])
    let range = parameter.scaledUpper - parameter.scaledLower
    let guess = covariance?.scaledError(place).map { $0 / 2 }
    let step = guess ?? (range.isFinite ? range / 50 : 0.05 * max(1, abs(middle)))
    let best = ProfilePoint(
      scaled: middle, value: fit.values[place], rise: 0, values: fit.values)
    let followers = problem.parameters.indices.map { other -> Double in
      guard let covariance, covariance.scaledMatrix[place, place] > 0 else { return 0 }
      return covariance.scaledMatrix[other, place] / covariance.scaledMatrix[place, place]
    }
    let paths = [-1.0, 1.0].map { direction in
      ProfilePath(
        self, model, place, parameter, best, fit.objective, direction, step, followers: followers)
    }
    let walked = paths.map { $0.walk() }
    let points = walked[0].points.reversed() + [best] + walked[1].points
    let intervals = thresholds.enumerated().map { index, threshold in
      ProfileInterval(
        threshold: threshold, lower: walked[0].crossings[index], upper: walked[1].crossings[index])
    }
    return Profile(
      name: parameter.name, place: place, points: Array(points), intervals: intervals,
      reachedBounds: walked.map(\.reachedBound), failures: walked.reduce(0) { $0 + $1.failures })
  }
}
