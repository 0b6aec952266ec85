import RealModule

/// A share that was counted, with its 95 % confidence interval.
///
///     (p̂ + z²/2n ± z √(p̂(1 - p̂)/n + z²/4n²))/(1 + z²/n)
///
/// E. B. Wilson, *J. Am. Stat. Assoc.* **22**, 209 (1927), doi:10.1080/01621459.1927.10502953. It takes
/// what was counted as independent, and unlike p̂ ± 1.96 σ it never leaves 0 to 1.
public struct Proportion: Sendable, Hashable {
  public let count: Int
  public let of: Int

  /// The quantile of the normal distribution that 97.5 % lie below.
  private static let z = 1.959_963_984_540_054

  public init(_ count: Int, of all: Int) {
    self.count = count
    of = all
  }

  /// Nil of nothing.
  public var share: Double? { of > 0 ? Double(count) / Double(of) : nil }

  /// Standard error of the binomial distribution, √(p̂(1 - p̂)/n); nil of nothing.
  public var standardError: Double? {
    share.map { ($0 * (1 - $0) / Double(of)).squareRoot() }
  }

  /// What 95 % of such intervals cover; everything from 0 to 1 of nothing.
  public var interval: ClosedRange<Double> {
    guard let share else { return 0...1 }
    let weight = Self.z * Self.z / Double(of)
    let middle = share + 0.5 * weight
    let half = (weight * (share * (1 - share) + 0.25 * weight)).squareRoot()
    let lower = count == 0 ? 0 : max(0, (middle - half) / (1 + weight))
    let upper = count == of ? 1 : min(1, (middle + half) / (1 + weight))
    return lower...upper
  }
}
