import RealModule

/// How numbers that were drawn differ from the distribution that they should have.
enum Statistics {
  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  static func variance(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  /// The mean in its standard errors off what it should be: normal.
  static func z(_ values: [Double], mean: Double, sd: Double) -> Double {
    Double(values.count).squareRoot() * (Self.mean(values) - mean) / sd
  }

  /// The variance likewise: nearly normal.
  ///
  /// Both after the guide of the Discrete Stochastic Models Test Suite: T. W. Evans, C. S. Gillespie,
  /// D. J. Wilkinson, *Bioinformatics* **24**, 285 (2008), doi:10.1093/bioinformatics/btm566.
  static func y(_ values: [Double], mean: Double, sd: Double) -> Double {
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    return (0.5 * Double(values.count)).squareRoot() * (square / (sd * sd) - 1)
  }

  /// The difference of two means in its standard errors.
  static func z(_ one: [Double], _ other: [Double]) -> Double {
    let square = variance(one) / Double(one.count) + variance(other) / Double(other.count)
    return square > 0 ? (mean(one) - mean(other)) / square.squareRoot() : 0
  }

  /// The largest distance of the share of values up to each from what it should be, times √n: at most
  /// 1.628 with 99 % confidence.
  ///
  /// A. Kolmogorov, *G. Ist. Ital. Attuari* **4**, 83 (1933).
  static func kolmogorov(_ values: [Double], _ cumulative: (Double) -> Double) -> Double {
    let count = Double(values.count)
    let distances = values.sorted().enumerated().map { place, value in
      let expected = cumulative(value)
      return max(Double(place + 1) / count - expected, expected - Double(place) / count)
    }
    return count.squareRoot() * (distances.max() ?? 0)
  }

  /// The same between two samples, with ties.
  ///
  /// N. V. Smirnov, *Ann. Math. Stat.* **19**, 279 (1948).
  static func smirnov(_ one: [Double], _ other: [Double]) -> Double {
    func share(_ sorted: [Double], _ value: Double) -> Double {
      Double(sorted.count { $0 <= value }) / Double(sorted.count)
    }
    let distance = Set(one + other).reduce(0.0) {
      max($0, abs(share(one, $1) - share(other, $1)))
    }
    let (n, m) = (Double(one.count), Double(other.count))
    return distance * (n * m / (n + m)).squareRoot()
  }

  /// Pearson's χ² of counts in cells, as many standard deviations above its mean; cells of fewer than
  /// five expected counts are taken together.
  ///
  /// Normal after E. B. Wilson, M. M. Hilferty, *Proc. Natl. Acad. Sci.* **17**, 684 (1931).
  static func chiSquare(_ found: [Double], _ expected: [Double]) -> Double {
    var (square, cells) = (0.0, 0)
    var rest = (found: 0.0, expected: 0.0)
    for (found, expected) in zip(found, expected) {
      rest.found += found
      rest.expected += expected
      guard rest.expected >= 5 else { continue }
      square += (rest.found - rest.expected) * (rest.found - rest.expected) / rest.expected
      cells += 1
      rest = (0, 0)
    }
    let freedom = Double(cells - 1)
    let share = 2 / (9 * freedom)
    return (Double.root(square / freedom, 3) - (1 - share)) / share.squareRoot()
  }
}
