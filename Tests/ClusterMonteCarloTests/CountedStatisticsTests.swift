import Testing

@testable import ClusterMonteCarlo

/// Against numpy 2.4 and scipy 1.17.
@Suite struct `Counted statistics` {
  @Test func `of a few values are those of numpy`() throws {
    let spread = try #require(Spread(of: [3, 1, 4, 1, 5, 9, 2, 6]))
    #expect(spread.mean == 3.875)
    #expect(abs(try #require(spread.sd) - 2.748376143938713) < 1e-14)
    #expect(abs(try #require(spread.standardError) - 2.748376143938713 / 8.0.squareRoot()) < 1e-14)
    #expect(
      zip(spread.quantiles, [1, 1.75, 3.5, 5.25, 7.95]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(Spread(of: []) == nil)
    let one = try #require(Spread(of: [2]))
    #expect(one.sd == nil && one.standardError == nil && one.quantiles == [2, 2, 2, 2, 2])
  }

  @Test(arguments: [
    (0, 20, 0.0, 0.16112515805281935), (3, 10, 0.10779126740630102, 0.6032218525388546),
    (368, 1000, 0.33866778404766534, 0.3983424801925212), (20, 20, 0.8388748419471808, 1.0),
  ])
  func `of shares have the interval of Wilson`(count: Int, all: Int, low: Double, high: Double) {
    let interval = Proportion(count, of: all).interval
    #expect(abs(interval.lowerBound - low) < 1e-14)
    #expect(abs(interval.upperBound - high) < 1e-14)
  }

  @Test func `of nothing say nothing`() {
    #expect(Proportion(0, of: 0).share == nil)
    #expect(Proportion(0, of: 0).interval == 0...1)
    #expect(RatioEstimate(shareOf: [(0, 0), (0, 0)]) == nil)
  }

  @Test func `of members of replicates have the error of the replicates`() throws {
    let estimate = try #require(
      RatioEstimate(shareOf: [(3, 10), (5, 12), (2, 9), (8, 20)]))
    #expect(abs(estimate.mean - 0.35294117647058826) < 1e-15)
    #expect(abs(try #require(estimate.standardError) - 0.04008799814759577) < 1e-15)
    let lone = try #require(RatioEstimate(shareOf: [(3, 12)]))
    #expect(abs(try #require(lone.standardError) - (0.25 * 0.75 / 12).squareRoot()) < 1e-15)
  }
}
