public import Sampling

/// Sobol's sensitivity indices of a response over a Saltelli design: which share of its variance belongs to
/// a factor alone (first order), to it with all others (total), and to a pair (second order).
///
///     S_i  = <f(B) [f(AB_i) - f(A)]>/V
///     T_i  = <[f(A) - f(AB_i)]²>/(2V)
///     S_ij = <f(BA_i) f(AB_j) - f(A) f(B)>/V - S_i - S_j
///
/// V is the variance over A and B together, and the response is taken from its mean over all points, which
/// estimates of first and second order need for their own small variance.
///
/// S_i: A. Saltelli et al., *Comput. Phys. Commun.* **181**, 259 (2010), doi:10.1016/j.cpc.2009.09.018;
/// T_i: M. J. W. Jansen, *Comput. Phys. Commun.* **117**, 35 (1999), doi:10.1016/S0010-4655(98)00154-4;
/// S_ij: A. Saltelli, *Comput. Phys. Commun.* **145**, 280 (2002), doi:10.1016/S0010-4655(02)00280-1.
public struct SobolIndices: Sendable {
  /// Of two factors together, beyond what each does alone.
  public struct Pair: Sendable, Equatable {
    public let factors: (Int, Int)
    public let index: IndexEstimate

    public static func == (one: Pair, other: Pair) -> Bool {
      one.factors == other.factors && one.index == other.index
    }
  }

  public let first: [IndexEstimate]
  public let total: [IndexEstimate]
  /// In the order (0, 1), (0, 2), ...; empty without a design for them.
  public let second: [Pair]
  /// Blocks with all their values, and all there are.
  public let wholeBlocks: Int
  public let blocks: Int
  public let mean: Double
  public let variance: Double

  /// How intervals are found: by drawing blocks anew, with replacement.
  public struct Resampling: Sendable {
    public var count: Int
    /// The share of resamples that an interval holds.
    public var confidence: Double
    public var seed: UInt64

    public init(count: Int = 1000, confidence: Double = 0.95, seed: UInt64 = 1) {
      self.count = count
      self.confidence = confidence
      self.seed = seed
    }
  }

  /// The indices of a response.
  ///
  /// - Parameters:
  ///   - values: in the order of the design's points; a block with one that is not finite is left out.
  ///   - sample: the design.
  public init(
    of values: [Double], over sample: SaltelliSample, resampling: Resampling = Resampling()
  ) throws(SweepAnalysisError) {
    let blocks = BlockSums(values, sample)
    guard blocks.count >= 2 else {
      throw .tooFewBlocks(whole: blocks.count, of: sample.samples)
    }
    let found = blocks.indices(blocks.sums)
    guard found.variance > blocks.negligible else { throw .constant }
    let drawn = (0..<resampling.count).map { resample in
      var stream = RandomStream(seed: resampling.seed, replicate: resample)
      return blocks.indices(blocks.resampled(&stream)).all
    }
    let estimates = found.all.indices.map { place in
      IndexEstimate(
        found.all[place], resamples: drawn.map { $0[place] }, confidence: resampling.confidence)
    }
    let count = sample.dimensions
    first = Array(estimates[..<count])
    total = Array(estimates[count..<(2 * count)])
    let pairs = BlockSums.pairs(sample)
    second = zip(pairs, estimates[(2 * count)...]).map { Pair(factors: $0, index: $1) }
    wholeBlocks = blocks.count
    self.blocks = sample.samples
    mean = blocks.mean
    variance = found.variance
  }
}
