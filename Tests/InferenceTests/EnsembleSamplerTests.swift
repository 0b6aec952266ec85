import Foundation
import Inference
import Testing

/// Means and standard deviations within four standard errors; a plane and a banana are validation cases.
@Suite struct EnsembleSamplerTests {
  private func sampler() -> EnsembleSampler {
    var sampler = EnsembleSampler()
    sampler.walkers = 16
    sampler.warmUp = 300
    sampler.draws = 800
    sampler.thinning = 5
    sampler.seed = 11
    return sampler
  }

  private func check(_ posterior: Posterior, means: [Double], sds: [Double]) {
    for (place, summary) in posterior.summary().enumerated() {
      #expect(summary.rHat < 1.01 && summary.isTrustworthy, "\(summary)")
      let size = summary.bulkSampleSize
      #expect(abs(summary.mean - means[place]) < 4 * summary.errorOfMean, "\(summary)")
      // The error of a standard deviation from the fourth moment of the draws themselves.
      let draws = posterior.draws(of: place).flatMap { $0 }
      let fourth = draws.reduce(0) { $0 + pow($1 - summary.mean, 4) } / Double(draws.count)
      let variance = summary.sd * summary.sd
      let error = ((fourth - variance * variance) / min(size, summary.tailSampleSize)).squareRoot()
      #expect(abs(variance - sds[place] * sds[place]) < 4 * error, "\(summary)")
    }
  }

  /// A normal prior alone on a logarithmic scale is normal in natural units; bounds cut.
  @Test func priorsAndBounds() throws {
    let model = ClosureModel([
      FitParameter(
        "k", start: 10, lower: 1, upper: 100, scale: .logarithmic, prior: .normal(mean: 10, sd: 1)),
      FitParameter("u", start: 0.5, lower: 0, upper: 1),
    ]) { _ in [0, 0, 0] }
    let fit = try LeastSquares().fit(model)
    let posterior = try sampler().sample(model, around: fit)
    check(posterior, means: [10, 0.5], sds: [1, (1.0 / 12).squareRoot()])
    #expect(posterior.chains.joined().allSatisfy { $0[1] >= 0 && $0[1] <= 1 })
  }

  @Test(arguments: EnsembleSampler.Move.allCases)
  func isTheSameForAnyNumberOfJobs(move: EnsembleSampler.Move) throws {
    let model = ClosureModel([FitParameter("a", start: 0.1)]) { $0 }
    let fit = try LeastSquares().fit(model)
    var sampler = EnsembleSampler()
    (sampler.move, sampler.warmUp, sampler.draws, sampler.walkers) = (move, 5, 10, 8)
    let alone = try sampler.sample(model, around: fit)
    sampler.jobs = 3
    let shared = try sampler.sample(model, around: fit)
    #expect(shared.chains == alone.chains && shared.logDensity == alone.logDensity)
    #expect(alone.acceptance.contains { $0 > 0 })
  }
}
