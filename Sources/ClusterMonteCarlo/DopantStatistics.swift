import RealModule

/// The dopants of one kind over all replicates at one time.
public struct DopantStatistics: Sendable {
  /// Width of a bin of depths, nm.
  public static let depthWidth = 0.1

  /// How many crystals of all replicates carry none, one, two and so on.
  public internal(set) var crystals: [Int] = []
  /// How many dopants lie in each bin of depths, from the surface on.
  public internal(set) var depthCounts: [Int] = []
  /// Replicates that reached this time, in their order.
  var tallies: [DopantTally] = []

  public init() {}

  /// Folds in what a replicate holds; whole numbers alone, so that the order does not matter.
  mutating func fold(_ sample: DopantSample) {
    crystals.add(sample.crystals)
    for depth in sample.depths {
      let bin = Int(max(0, depth) / Self.depthWidth)
      if bin >= depthCounts.count {
        depthCounts += [Int](repeating: 0, count: bin + 1 - depthCounts.count)
      }
      depthCounts[bin] += 1
    }
  }

  /// Share of the crystals that carry each number, P(0), P(1) and so on.
  public var counts: [Proportion] {
    let all = crystals.reduce(0, +)
    return crystals.map { Proportion($0, of: all) }
  }

  /// Share of the dopants in each bin of depths.
  public var depths: [Proportion] {
    let all = depthCounts.reduce(0, +)
    return depthCounts.map { Proportion($0, of: all) }
  }

  /// Dopants per crystal.
  public var mean: RatioEstimate? {
    let all = crystals.reduce(0, +)
    return RatioEstimate(of: tallies.map { (Double($0.carried), $0.crystals) }) { mean, _ in
      let squares = crystals.enumerated().reduce(0.0) { sum, entry in
        let residue = Double(entry.offset) - mean
        return sum + residue * residue * Double(entry.element)
      }
      return all > 1 ? (squares / Double(all - 1) / Double(all)).squareRoot() : nil
    }
  }

  /// Share of the crystals that carry exactly one.
  public var single: RatioEstimate? {
    RatioEstimate(shareOf: tallies.map { ($0.singles, $0.crystals) })
  }

  /// Share of the crystals that carry exactly one, and it deeper than the depth of this number; nil
  /// where it is not told where dopants lie.
  public func deepSingle(_ depth: Int) -> RatioEstimate? {
    let parts = tallies.compactMap { tally in
      tally.deepSingles.map { (sum: $0[depth], count: tally.crystals) }
    }
    return parts.count == tallies.count ? RatioEstimate(shareOf: parts) : nil
  }

  /// Mean depth of a dopant below the surface, nm.
  public var depth: RatioEstimate? { average(\.depth, \.depthSquared) }

  /// Standard deviation of the depths, nm.
  public var depthSD: Double? {
    let dopants = Double(tallies.reduce(0) { $0 + $1.located })
    guard let mean = depth?.mean else { return nil }
    let square = tallies.reduce(0) { $0 + $1.depthSquared } / dopants
    return max(0, square - mean * mean).squareRoot()
  }

  /// Mean of sinc²(πρ/R), the exchange with a carrier over that of a dopant at the centre.
  public var exchange: RatioEstimate? { average(\.exchange, \.exchangeSquared) }

  private func average(
    _ value: KeyPath<DopantTally, Double>, _ square: KeyPath<DopantTally, Double>
  ) -> RatioEstimate? {
    let squares = tallies.reduce(0) { $0 + $1[keyPath: square] }
    return RatioEstimate(of: tallies.map { ($0[keyPath: value], $0.located) }) { mean, count in
      let variance = max(0, squares / Double(count) - mean * mean)
      return count > 1 ? (variance / Double(count - 1)).squareRoot() : nil
    }
  }
}

extension [Int] {
  /// Adds numbers place by place, and lengthens where there are more of them.
  mutating func add(_ others: [Int]) {
    if others.count > count { self += [Int](repeating: 0, count: others.count - count) }
    for place in others.indices { self[place] += others[place] }
  }
}
