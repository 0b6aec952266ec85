import RealModule

/// Whether two sets of numbers, or a set and a distribution, may be one: the largest distance between
/// their cumulative shares.
///
/// N. Smirnov, *Ann. Math. Stat.* **19**, 279 (1948), doi:10.1214/aoms/1177730256. Ties make it
/// stricter to accept a difference, never easier.
enum TwoSamples {
  /// The largest distance of the cumulative shares of two samples.
  static func distance(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (one.sorted(), other.sorted())
    var (i, j, largest) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      let value = min(a[i], b[j])
      while i < a.count, a[i] == value { i += 1 }
      while j < b.count, b[j] == value { j += 1 }
      largest = max(largest, abs(Double(i) / Double(a.count) - Double(j) / Double(b.count)))
    }
    return largest
  }

  /// The largest distance of a sample's cumulative shares from a distribution without steps.
  static func distance(_ sample: [Double], _ cumulative: (Double) -> Double) -> Double {
    let sorted = sample.sorted()
    let count = Double(sample.count)
    return sorted.enumerated().reduce(0) { largest, entry in
      let expected = cumulative(entry.element)
      return max(
        largest, abs(expected - Double(entry.offset) / count),
        abs(expected - Double(entry.offset + 1) / count))
    }
  }

  /// The distance that chance exceeds once in ten thousand times: sqrt(-ln(α/2)/2) over the root of
  /// the effective number.
  static func limit(_ one: Int, _ other: Int? = nil) -> Double {
    let inverse = 1 / Double(one) + (other.map { 1 / Double($0) } ?? 0)
    return (-0.5 * Double.log(0.5e-4) * inverse).squareRoot()
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// The variance about the mean.
  static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
