import RealModule

/// How a number differs between replicates.
public struct Spread: Sendable, Hashable {
  /// Replicates in which the number exists.
  public var count: Int
  public var mean: Double
  /// Standard deviation of the replicates, with n - 1; nil for a single one.
  public var sd: Double?
  /// At each of `levels`.
  public var quantiles: [Double]

  /// Shares of the replicates that lie below the quantiles.
  public static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Standard error of the mean, sd/√n; nil for a single replicate.
  public var standardError: Double? { sd.map { $0 / Double(count).squareRoot() } }

  /// Nil where there is no value.
  ///
  /// Quantiles between two values are interpolated linearly, definition 7 of R. J. Hyndman, Y. Fan,
  /// *Am. Stat.* **50**, 361 (1996), doi:10.1080/00031305.1996.10473566.
  public init?(of values: [Double]) {
    guard !values.isEmpty else { return nil }
    let number = Double(values.count)
    let mean = values.reduce(0, +) / number
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let sorted = values.sorted()
    self.mean = mean
    count = values.count
    sd = values.count > 1 ? (squares / (number - 1)).squareRoot() : nil
    quantiles = Self.levels.map { level in
      let place = level * (number - 1)
      let below = Int(place)
      guard below + 1 < sorted.count else { return sorted[below] }
      return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
  }
}
