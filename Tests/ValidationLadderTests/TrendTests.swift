import Testing

@testable import ValidationLadder

@Suite struct `A trend` {
  @Test func `is the change from each point to the next`() {
    #expect(Trend.step.range(of: [1, 2, 3], over: [0, 1, 2]) == 0.5...1)
    #expect(Trend.step.range(of: [0, 1], over: [0, 1]) == nil)
  }

  @Test func `is the exponent of a power`() throws {
    let x = [1.0, 10, 100]
    let range = try #require(Trend.slope.range(of: x.map { 3 * $0 * $0 }, over: x))
    #expect(abs(range.lowerBound - 2) < 1e-12)
  }

  @Test func `is the slope of a line`() throws {
    let range = try #require(Trend.rate.range(of: [5, 3, 1], over: [0, 1, 2]))
    #expect(abs(range.lowerBound + 2) < 1e-12)
  }
}
