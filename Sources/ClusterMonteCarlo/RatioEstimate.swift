import RealModule

/// A mean over what replicates hold in different numbers, with its sampling error.
///
///     p = Σ x_i/Σ n_i,   σ² = R/(R - 1) Σ (x_i - p n_i)²/(Σ n_i)²
///
/// over R replicates, which are independent where what is in one of them is not. W. G. Cochran,
/// *Sampling Techniques*, 3rd ed. (Wiley, 1977), section 6.
public struct RatioEstimate: Sendable, Hashable {
  public let mean: Double
  /// Nil where neither replicates nor their members tell.
  public let standardError: Double?

  /// Nil where there is no member.
  ///
  /// - Parameters:
  ///   - parts: for each replicate the sum over its members, and how many these are.
  ///   - lone: the standard error where there is one replicate only.
  init?(of parts: [(sum: Double, count: Int)], lone: (Double, Int) -> Double?) {
    let members = parts.reduce(0) { $0 + $1.count }
    guard members > 0 else { return nil }
    let mean = parts.reduce(0) { $0 + $1.sum } / Double(members)
    self.mean = mean
    guard parts.count > 1 else {
      standardError = lone(mean, members)
      return
    }
    let squares = parts.reduce(0.0) { sum, part in
      let residue = part.sum - mean * Double(part.count)
      return sum + residue * residue
    }
    let replicates = Double(parts.count)
    standardError =
      (replicates / (replicates - 1) * squares).squareRoot() / Double(members)
  }

  /// A share of members, whose error is that of the binomial distribution in a single replicate.
  init?(shareOf parts: [(sum: Int, count: Int)]) {
    self.init(of: parts.map { (Double($0.sum), $0.count) }) { mean, members in
      (mean * (1 - mean) / Double(members)).squareRoot()
    }
  }
}
