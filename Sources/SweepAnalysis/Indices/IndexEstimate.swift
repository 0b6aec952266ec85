/// An estimate with its confidence interval, from resampling.
public struct IndexEstimate: Sendable, Equatable, Encodable {
  public let value: Double
  public let lower: Double
  public let upper: Double

  /// The interval holds the middle of what resamples gave.
  ///
  /// - Parameter confidence: the share of the resamples within it.
  init(_ value: Double, resamples: [Double], confidence: Double) {
    let sorted = resamples.sorted()
    self.value = value
    lower = Self.quantile(0.5 - 0.5 * confidence, of: sorted)
    upper = Self.quantile(0.5 + 0.5 * confidence, of: sorted)
  }

  /// Between neighbours by a straight line.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let place = share * Double(last)
    let below = min(Int(place), max(0, last - 1))
    let above = min(below + 1, last)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
