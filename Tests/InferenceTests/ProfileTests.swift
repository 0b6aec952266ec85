import Foundation
import Inference
import Testing

@Suite struct ProfileTests {
  private let settings = LeastSquares()

  /// Of two correlated parameters of a plane: ends at the value less and plus √Δ standard errors.
  @Test func plane() throws {
    let model = ClosureModel([
      FitParameter("a", start: 1, lower: -50, upper: 50),
      FitParameter("b", start: 1, lower: -50, upper: 50),
    ]) { p in (0..<8).map { (p[0] + Double($0) * p[1] - 3 + 0.2 * cos(Double(5 * $0))) / 0.1 } }
    let fit = try settings.fit(model)
    let covariance = try ParameterCovariance(Sensitivity(model, fit))
    let profiles = try ProfileLikelihood().profiles(
      model, fit, of: [0, 1], covariance: covariance, jobs: 2)
    for (place, profile) in profiles.enumerated() {
      let error = try #require(covariance.standardError(place))
      for interval in profile.intervals {
        #expect(interval.shape == .closed)
        let half = interval.threshold.squareRoot() * error
        #expect(abs((interval.lower ?? .nan) - (fit.values[place] - half)) < 1e-5 * half)
        #expect(abs((interval.upper ?? .nan) - (fit.values[place] + half)) < 1e-5 * half)
      }
      #expect(profile.better == nil && profile.failures == 0)
      #expect(profile.points.map(\.value) == profile.points.map(\.value).sorted())
    }
  }

  /// A banana, where the path of the other parameter bends; against a search over all its values.
  @Test func banana() throws {
    let model = ClosureModel([
      FitParameter("x", start: 0.3, lower: -20, upper: 20),
      FitParameter("y", start: 0.2, lower: -20, upper: 20),
    ]) { p in [p[0] - 1, (p[1] - 0.7 * p[0] * p[0]) / 0.5] }
    let fit = try settings.fit(model)
    let covariance = try ParameterCovariance(Sensitivity(model, fit))
    let profile = try ProfileLikelihood().profile(model, fit, of: 1, covariance: covariance)
    for interval in profile.intervals {
      for end in [try #require(interval.lower), try #require(interval.upper)] {
        let lowest = try (0...20_000).map { place in
          let residuals = try model.residuals(at: [Double(place) * 2e-4 - 1, end])
          return residuals[0] * residuals[0] + residuals[1] * residuals[1]
        }.min()
        #expect(abs(try #require(lowest) - interval.threshold) < 1e-4, "\(interval)")
      }
    }
  }

  /// Saturation: the data say that the rate is fast, and not how fast.
  @Test func openAbove() throws {
    let model = ClosureModel([
      FitParameter("rate", start: 20, lower: 1e-2, upper: 1e4, scale: .logarithmic)
    ]) { p in [1.0, 2, 3].map { (1 - exp(-p[0] * $0) - 1) / 0.05 } }
    let fit = try settings.fit(model)
    let profile = try ProfileLikelihood().profile(model, fit, of: 0)
    #expect(profile.intervals.map(\.shape) == [.openAbove, .openAbove])
    #expect(profile.reachedBounds == [false, true])
    // e^-k = 0.05 √Δ for the first datum alone; the others add next to nothing.
    #expect(abs((profile.intervals[0].lower ?? 0) + log(0.05)) < 0.01)
  }
}
