import FrameFits
import Measurements
import Testing

@Suite struct HistogramFitTests {
  private func fit(_ frame: SyntheticFrame) throws -> HistogramFit {
    var options = FrameFitOptions()
    options.method = .histogram
    (options.leastRadius, options.greatestRadius) = (0.5e-9, 8e-9)
    let fit = try SeriesFit(SyntheticFrame.series([frame.frame]), options: options)
    #expect(fit.frames[0].spheres == nil)
    return try #require(fit.frames[0].histogram)
  }

  /// Schulz' distribution weighted by r³ is Schulz' again, of shape 1/p² + 3: mean R(1 + 3p²), and a
  /// dispersion of 1/√(1/p² + 3).
  @Test(arguments: [0.15, 0.25])
  func hasTheMomentsOfTheDistribution(dispersion: Double) throws {
    let histogram = try fit(SyntheticFrame(dispersion: dispersion, noise: 1))
    let p = dispersion * dispersion
    #expect(abs(try #require(histogram.radius).value / (2.5e-9 * (1 + 3 * p)) - 1) < 0.02)
    let spread = 1 / (1 / p + 3).squareRoot()
    #expect(abs(try #require(histogram.dispersion).value / spread - 1) < 0.1)
    #expect(abs(histogram.volume.value / 2e28 - 1) < 0.02)
    #expect(abs(histogram.background - 3) < 1)
    #expect(histogram.volumes.allSatisfy { $0.value >= 0 })
    #expect(abs(histogram.volumes.reduce(0) { $0 + $1.value } / histogram.volume.value - 1) < 1e-12)
  }

  /// Morozov's rule: no rougher than χ² = N asks.
  @Test func isAsSmoothAsTheErrorsAllow() throws {
    let histogram = try fit(SyntheticFrame(noise: 0.7))
    #expect(histogram.chiSquare <= 120 && histogram.chiSquare > 119)
    #expect(histogram.strength > 0 && histogram.verdicts.isEmpty)
  }

  @Test func tellsWhereNoSizesDo() throws {
    var frame = SyntheticFrame().frame
    for place in frame.q.indices { frame.intensity[place] += place % 2 == 0 ? 40 : -40 }
    var options = FrameFitOptions()
    options.method = .both
    let fit = try SeriesFit(SyntheticFrame.series([frame]), options: options)
    #expect(
      fit.frames[0].histogram?.verdicts.contains { $0.hasPrefix("no histogram fits") } == true)
  }
}
