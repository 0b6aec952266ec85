import Sampling
import Testing

@Suite struct RandomStreamTests {
  /// Mean and variance of uniform draws, to five standard errors.
  @Test func uniform() {
    var stream = RandomStream(seed: 7, replicate: 3)
    let draws = (0..<100_000).map { _ in stream.uniform() }
    let mean = draws.reduce(0, +) / 1e5
    let square = draws.reduce(0) { $0 + $1 * $1 } / 1e5
    #expect(abs(mean - 0.5) < 5 * (1.0 / 12 / 1e5).squareRoot())
    #expect(abs(square - 1.0 / 3) < 5 * (4.0 / 45 / 1e5).squareRoot())
    #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
  }

  @Test func replicatesDiffer() {
    var one = RandomStream(seed: 7, replicate: 0)
    var other = RandomStream(seed: 7, replicate: 1)
    var again = RandomStream(seed: 7, replicate: 0)
    let first = one.next()
    #expect(first == again.next())
    #expect(first != other.next())
  }
}
