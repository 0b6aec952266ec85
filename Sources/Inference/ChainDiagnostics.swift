import RealModule

/// Whether chains have forgotten their starts, and how many independent draws they are worth.
///
/// Rank-normalised split R-hat (the larger of that of the draws and that of their distances from the
/// median), and effective sample sizes of the bulk and of the 5 and 95 percent tails: A. Vehtari et al.,
/// *Bayesian Anal.* **16**, 667 (2021), doi:10.1214/20-BA1221.
public struct ChainDiagnostics: Sendable {
  public let rHat: Double
  public let bulkSampleSize: Double
  public let tailSampleSize: Double
  /// For the mean, of the draws themselves.
  public let meanSampleSize: Double

  /// - Parameter draws: by chain and draw, at least four a chain; of chains of unequal length the
  ///   shortest counts.
  public init(_ draws: [[Double]]) {
    let length = draws.map(\.count).min() ?? 0
    guard length >= 4, draws.joined().allSatisfy(\.isFinite) else {
      (rHat, bulkSampleSize, tailSampleSize, meanSampleSize) = (.nan, .nan, .nan, .nan)
      return
    }
    let half = length / 2
    let split = draws.flatMap { chain -> [[Double]] in
      let chain = chain.prefix(length)
      return [Array(chain.prefix(half)), Array(chain.suffix(half))]
    }
    let sorted = draws.flatMap { $0.prefix(length) }.sorted()
    // Both draws in the middle are as far from it, and share a rank.
    let halves = split.flatMap { $0 }.sorted()
    let median = (halves[halves.count / 2 - 1] + halves[halves.count / 2]) / 2
    let ranked = Self.rankNormalised(split)
    let folded = Self.rankNormalised(split.map { $0.map { abs($0 - median) } })
    rHat = max(Self.reduction(ranked), Self.reduction(folded))
    bulkSampleSize = Self.sampleSize(ranked)
    tailSampleSize =
      [0.05, 0.95].map { share in
        let edge = sorted.quantile(share)
        return Self.sampleSize(split.map { $0.map { $0 <= edge ? 1.0 : 0 } })
      }.min() ?? .nan
    meanSampleSize = Self.sampleSize(split)
  }

  /// Normal scores of the ranks, Φ⁻¹((rank - 3/8) / (S + 1/4)); equal draws share their mean rank.
  private static func rankNormalised(_ chains: [[Double]]) -> [[Double]] {
    let all = chains.flatMap { $0 }
    let order = all.indices.sorted { all[$0] < all[$1] }
    var scores = all
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, all[order[end]] == all[order[start]] { end += 1 }
      let rank = Double(start + 1 + end) / 2
      let score = normalQuantile((rank - 0.375) / (Double(all.count) + 0.25))
      for place in start..<end { scores[order[place]] = score }
      start = end
    }
    let length = chains.first?.count ?? 0
    return chains.indices.map { Array(scores[$0 * length..<($0 + 1) * length]) }
  }

  /// R-hat: the root of the pooled variance over that within chains.
  private static func reduction(_ chains: [[Double]]) -> Double {
    let count = Double(chains.first?.count ?? 0)
    let within = mean(chains.map(variance))
    let between = variance(chains.map(mean))
    return ((between + within * (count - 1) / count) / within).squareRoot()
  }

  /// Draws over the autocorrelation time, the latter by Geyer's initial monotone sequence.
  ///
  /// Sums of autocorrelations at lags 2k and 2k + 1 are positive and fall; the first that is negative
  /// ends the sum. C. J. Geyer, *Stat. Sci.* **7**, 473 (1992), doi:10.1214/ss/1177011137.
  private static func sampleSize(_ chains: [[Double]]) -> Double {
    let length = chains.first?.count ?? 0
    let total = Double(length * chains.count)
    let all = chains.joined()
    guard let low = all.min(), let high = all.max(), high - low >= 1e-15 else { return total }
    let centred = chains.map { chain -> [Double] in
      let mean = mean(chain)
      return chain.map { $0 - mean }
    }
    let within = covariance(centred, lag: 0) * Double(length) / Double(length - 1)
    var pooled = within * Double(length - 1) / Double(length)
    if chains.count > 1 { pooled += variance(chains.map(mean)) }
    func correlation(_ lag: Int) -> Double {
      lag == 0 ? 1 : 1 - (within - covariance(centred, lag: lag)) / pooled
    }
    var pairs = [correlation(0) + correlation(1)]
    var even = 1.0
    var hasEnded = false
    var lag = 2
    while lag < length - 2, !hasEnded {
      even = correlation(lag)
      let pair = even + correlation(lag + 1)
      lag += 2
      hasEnded = pair < 0
      if !hasEnded { pairs.append(min(pair, pairs.last ?? pair)) }
    }
    // The even half of the last pair counts once.
    if !hasEnded { pairs.removeLast() }
    let time = -1 + 2 * pairs.reduce(0, +) + max(even, 0)
    return total / max(time, 1 / Double.log10(total))
  }

  /// The autocovariance at a lag, by the full length, averaged over the chains.
  private static func covariance(_ centred: [[Double]], lag: Int) -> Double {
    mean(
      centred.map { chain in
        var sum = 0.0
        for place in lag..<chain.count { sum += chain[place] * chain[place - lag] }
        return sum / Double(chain.count)
      })
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func variance(_ numbers: [Double]) -> Double {
    let mean = mean(numbers)
    return numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count - 1)
  }
}
