import Foundation
import Inference
import Optimizers
import Testing

/// A decay upon a background, with errors of its own at every point and three outliers.
@Suite struct LeastSquaresTests {
  private let oracle: Oracle

  init() throws {
    oracle = try Oracle.read()
  }

  private func decay(
    _ parameters: [FitParameter] = [
      FitParameter("amplitude", start: 1), FitParameter("rate", start: 1),
      FitParameter("background", start: 0),
    ]
  ) -> ClosureModel {
    let (t, y, sigma) = (oracle.t, oracle.y, oracle.sigma)
    return ClosureModel(parameters) { p in
      t.indices.map { (p[0] * exp(-p[1] * t[$0]) + p[2] - y[$0]) / sigma[$0] }
    }
  }

  private func errors(_ covariance: ParameterCovariance, _ count: Int = 3) -> [Double] {
    (0..<count).map { covariance.standardError($0) ?? .nan }
  }

  @Test(arguments: [
    ("linear", RobustLoss.none), ("huber", .huber(scale: 1.5)), ("soft_l1", .softL1(scale: 1.2)),
    ("cauchy", .cauchy(scale: 2)),
  ])
  func losses(name: String, loss: RobustLoss) throws {
    let answer = try #require(oracle.scipy[name])
    var settings = LeastSquares()
    settings.loss = loss
    settings.tolerances = (1e-15, 1e-14, 1e-14)
    let fit = try settings.fit(decay())
    #expect(fit.hasConverged, "\(fit.outcome)")
    #expect(relativeDistance(fit.values, answer.values) < 1e-6, "\(fit.values)")
    #expect(relativeDistance([fit.objective], [try #require(answer.cost)]) < 1e-9)
    let covariance = try ParameterCovariance(Sensitivity(decay(), fit, settings: settings))
    #expect(relativeDistance(errors(covariance), answer.errors) < 1e-5)
  }

  @Test func scaledErrorsAndCriteria() throws {
    let answer = try #require(oracle.lmfit["free"])
    let logarithmic = [
      FitParameter("amplitude", start: 1, lower: 0.01, upper: 10, scale: .logarithmic),
      FitParameter("rate", start: 1, lower: 0.1, upper: 5, scale: .logarithmic),
      FitParameter("background", start: 0.2),
    ]
    let fit = try LeastSquares().fit(decay(logarithmic))
    #expect(relativeDistance(fit.values, answer.values) < 1e-6)
    #expect(relativeDistance([try #require(fit.reducedChiSquare)], [answer.redchi ?? 0]) < 1e-9)
    let covariance = try ParameterCovariance(
      Sensitivity(decay(logarithmic), fit), errorScale: .reducedChiSquare)
    // lmfit's own errors carry forward differences.
    #expect(relativeDistance(errors(covariance), answer.errors) < 1e-3)
    let correlation = try #require(covariance.correlation(0, 1))
    #expect(abs(correlation - (answer.correlation ?? 0)) < 1e-3)
    let criteria = InformationCriteria(fit, errors: .unknownFactor)
    #expect(
      relativeDistance([criteria.aic, criteria.bic], [answer.aic ?? 0, answer.bic ?? 0]) < 1e-9)
    let known = InformationCriteria(fit)
    #expect(abs(known.bic - known.aic - 3 * (log(40) - 2)) < 1e-9)
  }

  @Test func bound() throws {
    let answer = try #require(oracle.lmfit["bounded"])
    let model = decay([
      FitParameter("amplitude", start: 1, lower: 0, upper: 10),
      FitParameter("rate", start: 1, lower: 0.1, upper: 5),
      FitParameter("background", unit: "1/cm", start: 0.2, lower: 0.1, upper: 0.25),
    ])
    let fit = try LeastSquares().fit(model)
    #expect(relativeDistance(fit.values, answer.values) < 1e-6, "\(fit)")
    let sensitivity = try Sensitivity(model, fit)
    #expect(sensitivity.atUpper == [2] && sensitivity.atLower == [])
    let covariance = try ParameterCovariance(sensitivity)
    #expect(covariance.standardError(2) == nil && covariance.heldAtBound == [2])
    #expect(relativeDistance(errors(covariance, 2), oracle.held.errors) < 1e-5)
    let verdicts = try Identifiability(sensitivity, covariance: covariance).verdicts
    #expect(verdicts.map(\.kind) == [.atBound])
    #expect(verdicts[0].text.contains("upper bound, 0.25 1/cm"))
  }

  /// Of a line and a normal prior, the posterior in closed form.
  @Test func priors() throws {
    let model = ClosureModel([FitParameter("a", start: 1, prior: .normal(mean: 2, sd: 0.5))]) {
      a in [1.0, 1.2, 0.8].map { (a[0] - $0) / 0.3 }
    }
    let fit = try LeastSquares().fit(model)
    let precision = 3 / 0.09 + 4
    #expect(abs(fit.values[0] - (3 / 0.09 + 8) / precision) < 1e-9)
    let covariance = try ParameterCovariance(Sensitivity(model, fit))
    #expect(abs((covariance.standardError(0) ?? 0) - 1 / precision.squareRoot()) < 1e-8)
    #expect(fit.residualCount == 3)
  }

  /// Where the model has no answer the search does not go.
  @Test func failuresAreRejected() throws {
    let hole = ClosureModel([FitParameter("a", start: 8)]) { a throws(ModelFailure) in
      if a[0] < 2 { throw ModelFailure("the flask is empty") }
      return [log(a[0] - 1.9), a[0] < 2.2 ? .nan : 0]
    }
    let fit = try LeastSquares().fit(hole)
    #expect(fit.failures > 0)
    #expect(abs(fit.values[0] - 2.9) < 1e-6)
    #expect(throws: InferenceError.startFails(reason: "the flask is empty")) {
      try LeastSquares().fit(hole, from: [1])
    }
    #expect(throws: InferenceError.startFails(reason: "residual 2 of 2 is nan")) {
      try LeastSquares().fit(hole, from: [2.1])
    }
  }

  @Test func badParameters() {
    func fails(_ parameter: FitParameter, with error: InferenceError) {
      #expect(throws: error) { try LeastSquares().fit(ClosureModel([parameter]) { $0 }) }
    }
    fails(
      FitParameter("k", start: 3, lower: 0, upper: 2),
      with: .startOutside(name: "k", start: 3, lower: 0, upper: 2))
    fails(
      FitParameter("k", start: -1, scale: .logarithmic), with: .notPositive(name: "k", start: -1))
    fails(
      FitParameter("k", start: 1, lower: 1, upper: 1),
      with: .boundsCrossed(name: "k", lower: 1, upper: 1))
    fails(FitParameter("k", start: 1, prior: .normal(mean: 0, sd: 0)), with: .badPrior(name: "k"))
  }

  @Test func derivativesOfTheModelAndByDifferences() throws {
    let plain = decay()
    let (t, sigma) = (oracle.t, oracle.sigma)
    let own = DifferentiatedModel(model: plain) { p in
      t.indices.map { row in
        let share = exp(-p[1] * t[row])
        return [share, -p[0] * t[row] * share, 1].map { $0 / sigma[row] }
      }
    }
    let (fit, other) = (try LeastSquares().fit(plain), try LeastSquares().fit(own))
    #expect(relativeDistance(fit.values, other.values) < 1e-8)
    #expect(other.evaluations < 30)
    var parallel = LeastSquares()
    parallel.jobs = 3
    #expect(try parallel.fit(plain) == fit)
    let errors =
      try [ParameterCovariance(Sensitivity(plain, fit))]
      + [ParameterCovariance(Sensitivity(own, other))]
    #expect(
      relativeDistance(self.errors(errors[0]), self.errors(errors[1])) < 1e-7)
  }

  @Test(arguments: DerivativeFreeSearch.Method.allCases)
  func byValuesAlone(method: DerivativeFreeSearch.Method) throws {
    let answer = try #require(oracle.scipy["linear"])
    let model = decay([
      FitParameter("amplitude", start: 1, lower: 0.1, upper: 10, scale: .logarithmic),
      FitParameter("rate", start: 1, lower: 0.1, upper: 5, scale: .logarithmic),
      FitParameter("background", start: 0.1, lower: 0, upper: 1),
    ])
    let fit = try DerivativeFree(method).fit(model)
    #expect(fit.hasConverged, "\(fit.outcome)")
    #expect(relativeDistance(fit.values, answer.values) < 1e-3, "\(fit)")
  }
}
