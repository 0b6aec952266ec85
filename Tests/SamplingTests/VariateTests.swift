import RealModule
import Sampling
import Testing

/// Distributions against their closed forms, by Pearson's chi-square at a chance of 1e-4 to fail, with
/// fixed seeds.
@Suite struct VariateTests {
  private func chiSquare(_ draws: [Int], _ mass: (Int) -> Double) -> (value: Double, bins: Int) {
    let top = (draws.max() ?? 0) + 1
    var seen = [Int](repeating: 0, count: top + 1)
    for draw in draws { seen[draw] += 1 }
    var (value, bins, expected, found) = (0.0, 0, 0.0, 0)
    var rest = 1.0
    for number in 0...top {
      expected += mass(number) * Double(draws.count)
      rest -= mass(number)
      found += seen[number]
      if expected > 20 && rest * Double(draws.count) > 20 {
        value += (Double(found) - expected) * (Double(found) - expected) / expected
        (bins, expected, found) = (bins + 1, 0, 0)
      }
    }
    expected += max(0, rest) * Double(draws.count)
    value += (Double(found) - expected) * (Double(found) - expected) / expected
    return (value, bins)
  }

  /// Wilson and Hilferty's approximation to the chi-square quantile at 1 - 1e-4.
  private func limit(_ degrees: Int) -> Double {
    let k = Double(degrees)
    let root = 1 - 2 / (9 * k) + 3.719 * (2 / (9 * k)).squareRoot()
    return k * root * root * root
  }

  @Test(arguments: [0.3, 4, 11, 60, 900])
  func poisson(mean: Double) {
    var stream = RandomStream(seed: 11, replicate: 0)
    let draws = (0..<100_000).map { _ in stream.poisson(mean) }
    let (value, bins) = chiSquare(draws) {
      .exp(Double($0) * .log(mean) - mean - .logGamma(Double($0) + 1))
    }
    #expect(value < limit(bins), "\(value) with \(bins) bins")
  }

  @Test(arguments: [(5, 0.3), (300, 0.01), (300, 0.2), (40, 0.7), (100_000, 0.003)])
  func binomial(trials: Int, chance: Double) {
    var stream = RandomStream(seed: 12, replicate: 0)
    let draws = (0..<100_000).map { _ in stream.binomial(trials, chance) }
    let n = Double(trials)
    let (value, bins) = chiSquare(draws) {
      let k = Double($0)
      guard k <= n else { return 0 }
      let ways = Double.logGamma(n + 1) - .logGamma(k + 1) - .logGamma(n - k + 1)
      return .exp(ways + k * .log(chance) + (n - k) * .log(onePlus: -chance))
    }
    #expect(value < limit(max(1, bins)), "\(value) with \(bins) bins")
  }

  @Test func exponentialAndNormal() {
    var stream = RandomStream(seed: 13, replicate: 0)
    let waits = (0..<200_000).map { _ in stream.exponential() }
    let above = Double(waits.filter { $0 > 2 }.count) / 2e5
    #expect(abs(above - .exp(-2)) < 5 * (.exp(-2.0) / 2e5).squareRoot())
    let normals = (0..<200_000).map { _ in stream.normal() }
    let inside = Double(normals.filter { abs($0) < 1 }.count) / 2e5
    #expect(abs(inside - 0.682689492) < 5 * (0.2166 / 2e5).squareRoot())
    #expect(abs(normals.reduce(0, +) / 2e5) < 5 / (2e5).squareRoot())
  }

  /// A weight is found as often as it weighs, and the rest lies inside it.
  @Test func sumTree() {
    var stream = RandomStream(seed: 14, replicate: 0)
    for count in [1, 16, 17, 300, 5000] {
      var tree = SumTree(count: count)
      var weights = (0..<count).map { $0 % 3 == 1 ? 0 : stream.uniform() }
      tree.fill { weights[$0] }
      for _ in 0..<200 {
        let place = stream.place(of: count)
        weights[place] = stream.uniform()
        tree.set(place, to: weights[place])
      }
      let total = weights.reduce(0, +)
      #expect(abs(tree.total - total) < 1e-12 * total)
      for _ in 0..<1000 {
        let target = stream.uniform() * tree.total
        let (place, rest) = tree.find(target)
        let before = weights[..<place].reduce(0, +)
        #expect(abs(before + rest - target) < 1e-12 * total)
        #expect(rest < weights[place] && rest >= 0)
      }
    }
  }
}
