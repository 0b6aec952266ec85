import Foundation
import Sampling
import Testing

@testable import ClusterMonteCarlo

/// Dopants anywhere in dots of 5 nm, at random, one of them in each on average.
@Suite struct `Dopants at random` {
  private static let radius = 2.5
  private static let crystals = 4000

  private static func sample(_ replicate: Int) -> DopantSample {
    var stream = RandomStream(seed: 3, replicate: replicate)
    var sample = DopantSample()
    sample.crystals = [Int](repeating: 0, count: 12)
    for _ in 0..<crystals {
      let count = InventedRealization.poisson(1, &stream)
      sample.crystals[count] += 1
      for _ in 0..<count {
        // The share of the volume below a radius is its cube.
        sample.depths.append(radius * (1 - cbrt(stream.uniform())))
        sample.hostRadii.append(radius)
        sample.hostCounts.append(count)
      }
    }
    return sample
  }

  private static func statistics(replicates: Int) -> DopantStatistics {
    var statistics = DopantStatistics()
    for replicate in 0..<replicates {
      let sample = sample(replicate)
      statistics.fold(sample)
      statistics.tallies.append(DopantTally(sample, deeperThan: [1, 0.5]))
    }
    return statistics
  }

  private func close(_ estimate: RatioEstimate?, _ expected: Double) throws -> Bool {
    let estimate = try #require(estimate)
    return abs(estimate.mean - expected) < 4 * (try #require(estimate.standardError))
  }

  @Test func `are counted as Poisson says`() throws {
    let statistics = Self.statistics(replicates: 10)
    let all = 10 * Self.crystals
    #expect(statistics.crystals.reduce(0, +) == all)
    for (count, factorial) in [1.0, 1, 2, 6, 24].enumerated() {
      let expected = exp(-1) / factorial
      let error = (expected * (1 - expected) / Double(all)).squareRoot()
      #expect(abs(try #require(statistics.counts[count].share) - expected) < 4 * error)
    }
    #expect(try close(statistics.mean, 1))
    #expect(try close(statistics.single, exp(-1)))
  }

  @Test(arguments: [1, 12])
  func `are single and 1 nm deep in 21.6 % of the singles`(replicates: Int) throws {
    let statistics = Self.statistics(replicates: replicates)
    let inside = pow(1.5 / 2.5, 3)
    #expect(abs(inside - 0.216) < 1e-12)
    #expect(try close(statistics.deepSingle(0), exp(-1) * inside))
    #expect(try close(statistics.deepSingle(1), exp(-1) * pow(2 / 2.5, 3)))
    let error = try #require(statistics.deepSingle(0)?.standardError)
    let expected = exp(-1) * inside
    let binomial = (expected * (1 - expected) / Double(replicates * Self.crystals)).squareRoot()
    #expect(error > 0.4 * binomial && error < 2.5 * binomial)
  }

  @Test func `lie a quarter of the radius deep, with an exchange of 1/6.58`() throws {
    let statistics = Self.statistics(replicates: 10)
    #expect(try close(statistics.depth, Self.radius / 4))
    // Of u with density 3u², the variance is 3/80.
    let sd = Self.radius * (3.0 / 80).squareRoot()
    #expect(abs(try #require(statistics.depthSD) / sd - 1) < 0.02)
    #expect(try close(statistics.exchange, 3 / (2 * Double.pi * Double.pi)))
    let below = statistics.depthCounts.prefix(10).reduce(0, +)
    let share = Proportion(below, of: statistics.depthCounts.reduce(0, +))
    #expect(share.interval.contains(1 - pow(1.5 / 2.5, 3)))
  }

  @Test func `are counted where it is not told where they lie`() throws {
    var statistics = DopantStatistics()
    var sample = DopantSample()
    sample.crystals = [5, 3, 2]
    statistics.fold(sample)
    statistics.tallies.append(DopantTally(sample, deeperThan: [1]))
    #expect(statistics.mean?.mean == 0.7)
    #expect(statistics.single?.mean == 0.3)
    #expect(statistics.deepSingle(0) == nil && statistics.depth == nil)
    #expect(statistics.depths.isEmpty)
  }

  @Test func `have no exchange at the surface, and all of it at the centre`() {
    #expect(DopantTally.exchange(atDepth: 2.5, in: 2.5) == 1)
    #expect(DopantTally.exchange(atDepth: 0, in: 2.5) < 1e-30)
    #expect(abs(DopantTally.exchange(atDepth: 1.25, in: 2.5) - 4 / (Double.pi * Double.pi)) < 1e-15)
    #expect(DopantTally.exchange(atDepth: 9, in: 0) == 0)
  }
}
