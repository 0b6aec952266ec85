import RealModule

/// How far numbers that were drawn are from the distribution that they should have.
///
/// Of mean and variance after the guide of the Discrete Stochastic Models Test Suite: T. W. Evans,
/// C. S. Gillespie, D. J. Wilkinson, *Bioinformatics* **24**, 285 (2008),
/// doi:10.1093/bioinformatics/btm566.
enum Deviation {
  /// √n (mean - μ)/σ: normal; a number that does not scatter is met or not.
  static func ofMean(_ values: [Double], from mean: Double, _ sd: Double) -> Double {
    let difference = values.reduce(0) { $0 + ($1 - mean) } / Double(values.count)
    if sd == 0 { return difference == 0 ? 0 : .infinity }
    return Double(values.count).squareRoot() * difference / sd
  }

  /// √(n/2) (s²/σ² - 1) with s² about the known mean: of normal numbers nearly normal.
  static func ofVariance(_ values: [Double], from mean: Double, _ sd: Double) -> Double {
    let square =
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    if sd == 0 { return square == 0 ? 0 : .infinity }
    return (0.5 * Double(values.count)).squareRoot() * (square / (sd * sd) - 1)
  }

  /// (k - n p)/√(n p (1 - p)).
  static func ofShare(_ found: Int, of all: Int, from share: Double) -> Double {
    let expected = Double(all) * share
    return (Double(found) - expected) / (expected * (1 - share)).squareRoot()
  }

  /// Pearson's χ² as a normal deviate.
  ///
  /// Of whole numbers with known probabilities: what has none is one more cell, and cells of fewer than
  /// five expected are taken together. Nil where that leaves one cell.
  ///
  /// E. B. Wilson, M. M. Hilferty, *Proc. Natl. Acad. Sci.* **17**, 684 (1931),
  /// doi:10.1073/pnas.17.12.684.
  static func ofCounts(_ values: [Double], from shares: [Double: Double]) -> Double? {
    let all = Double(values.count)
    let found = Dictionary(values.map { (shares[$0] == nil ? nil : $0, 1.0) }, uniquingKeysWith: +)
    var cells: [(found: Double, expected: Double)] = []
    var rest = (
      found: found[nil] ?? 0, expected: max(0, all * (1 - shares.values.reduce(0, +)))
    )
    for (value, share) in shares.sorted(by: { $0.key < $1.key }) {
      rest = (rest.found + (found[value] ?? 0), rest.expected + all * share)
      guard rest.expected >= 5 else { continue }
      cells.append(rest)
      rest = (0, 0)
    }
    guard let last = cells.popLast() else { return nil }
    cells.append((last.found + rest.found, last.expected + rest.expected))
    guard cells.count > 1 else { return nil }
    let square = cells.reduce(0.0) {
      $0 + ($1.found - $1.expected) * ($1.found - $1.expected) / $1.expected
    }
    let freedom = Double(cells.count - 1)
    let share = 2 / (9 * freedom)
    return (Double.root(square / freedom, 3) - (1 - share)) / share.squareRoot()
  }

  /// Kolmogorov's distance times √n.
  ///
  /// The largest distance of the share of times up to each from what it should be, within a table of
  /// (time, share) that is read in straight lines; what comes after it is not told apart. At most 1.628
  /// with 99 % confidence.
  ///
  /// A. Kolmogorov, *G. Ist. Ital. Attuari* **4**, 83 (1933).
  static func ofTimes(_ values: [Double], from table: [(Double, Double)]) -> Double? {
    guard let end = table.last, table.count > 1 else { return nil }
    let count = Double(values.count)
    let within = values.filter { $0 <= end.0 }.sorted()
    var distance = abs(Double(within.count) / count - end.1)
    var row = 1
    for (place, value) in within.enumerated() {
      while row < table.count - 1, table[row].0 < value { row += 1 }
      let (before, after) = (table[row - 1], table[row])
      let share = (value - before.0) / (after.0 - before.0)
      let expected = before.1 + share * (after.1 - before.1)
      distance = max(
        distance, Double(place + 1) / count - expected, expected - Double(place) / count)
    }
    return count.squareRoot() * distance
  }
}
