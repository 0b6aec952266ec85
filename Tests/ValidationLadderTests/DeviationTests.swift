import Testing

@testable import ValidationLadder

@Suite("Deviations of what was drawn")
struct DeviationTests {
  @Test("of mean and variance are those of the suite's guide")
  func moments() {
    // Mean 3 and mean square about 2 of 2, from 2 and 1: √4 (3 - 2) and √2 (2 - 1).
    let values = [2.0, 2, 4, 4]
    #expect(Deviation.ofMean(values, from: 2, 1) == 2)
    #expect(abs(Deviation.ofVariance(values, from: 2, 1) - 2.0.squareRoot()) < 1e-15)
  }

  @Test("of what must not scatter are nothing or without bound")
  func certain() {
    #expect(Deviation.ofMean([5, 5], from: 5, 0) == 0)
    #expect(Deviation.ofMean([5, 6], from: 5, 0) == .infinity)
    #expect(Deviation.ofVariance([5, 5], from: 5, 0) == 0)
    #expect(Deviation.ofVariance([4, 6], from: 5, 0) == .infinity)
  }

  @Test("of a share are binomial")
  func share() {
    // Ten expected of a hundred, with a standard deviation of three.
    #expect(abs(Deviation.ofShare(16, of: 100, from: 0.1) - 2) < 1e-14)
  }

  @Test("of counts are the normal deviate of Pearson's chi squared")
  func counts() throws {
    // 60 against 50 and 40 against 50: χ² = 4 of one degree of freedom, which 4.55 % exceed; 4.55 % of
    // normal numbers exceed 1.69.
    let values = [Double](repeating: 0, count: 60) + [Double](repeating: 1, count: 40)
    let deviation = try #require(Deviation.ofCounts(values, from: [0: 0.5, 1: 0.5]))
    #expect(abs(deviation - 1.69) < 0.05)
    // What has no probability counts, too.
    let strange = values + [Double](repeating: 7, count: 20)
    let far = try #require(Deviation.ofCounts(strange, from: [0: 0.5, 1: 0.5]))
    #expect(far > deviation)
    #expect(Deviation.ofCounts([0, 0, 0], from: [0: 1]) == nil)
  }

  @Test("of times are Kolmogorov's, with what comes too late")
  func times() throws {
    let table = [(0.0, 0.0), (1, 0.5), (2, 1)]
    // Expected are 0.25, 0.5, 0.6 and 1; the share before the first, second and last is 0.25 less.
    let found = try #require(Deviation.ofTimes([0.5, 1, 1.2, 2], from: table))
    #expect(abs(found - 0.5) < 1e-14)
    let early = try #require(Deviation.ofTimes([0, 0, 0, 0], from: table))
    #expect(abs(early - 2) < 1e-14)
    let never = try #require(Deviation.ofTimes([.infinity, .infinity, 0.5, 1], from: table))
    #expect(abs(never - 1) < 1e-14)
  }
}
