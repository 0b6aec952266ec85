import Foundation
import Inference
import Testing

@Suite struct ProfileTests {
  private let settings = LeastSquares()

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
