import ClusterMonteCarlo
import Foundation
import RealModule

/// How what was drawn is held against what is known; each gives a deviation that has a limit.
enum EnsembleMeasure: String, CaseIterable {
  /// Z = √n (mean - μ)/σ, at all times of a quantity.
  case mean
  /// Y = √(n/2) (s²/σ² - 1), at all times of a quantity.
  case sd
  /// The share of one value, in its binomial standard deviations.
  case share
  /// Whole numbers against their probabilities: Pearson's χ², as a normal deviate.
  case distribution
  /// Times against their cumulative distribution: Kolmogorov's distance times √n.
  case cumulative
  /// The ensemble's own estimate, in its own standard errors.
  case estimate
  /// What all realizations give together, as a relative error.
  case pooled

  /// One comparison.
  struct Verdict {
    /// " at 10 s", where there is one.
    var place = ""
    var expected: String
    var found: String
    var error: Double?
  }

  var needsValue: Bool {
    switch self {
    case .share, .distribution, .cumulative: true
    case .mean, .sd, .estimate, .pooled: false
    }
  }

  /// Whether two rows of one quantity belong to one claim.
  func judgesTogether(_ one: EnsembleRow, _ other: EnsembleRow) -> Bool {
    switch self {
    case .mean, .sd: true
    case .distribution, .cumulative: one.time == other.time
    case .share, .estimate, .pooled: false
    }
  }

  func deviation(of drawn: DrawnNumbers, from rows: [EnsembleRow]) throws(CaseError) -> Verdict {
    switch self {
    case .mean, .sd: return try moments(drawn, rows)
    case .share: return try share(drawn, rows[0])
    case .distribution: return try distribution(drawn, rows)
    case .cumulative: return try cumulative(drawn, rows)
    case .estimate:
      let row = rows[0]
      let estimate = try drawn.estimate(of: row.name, at: row.time)
      let error = estimate.standardError.map { abs(estimate.mean - row.expected) / $0 }
      return Verdict(
        place: " at \(row.time.shown) s", expected: row.expected.shown,
        found: String(format: "%.5g ± %.2g", estimate.mean, estimate.standardError ?? .nan),
        error: error)
    case .pooled:
      let row = rows[0]
      let found = try drawn.pooled(row.name, at: row.time)
      return Verdict(
        place: " at \(row.time.shown) s", expected: row.expected.shown,
        found: found?.shown ?? "nothing",
        error: found.map { Norm.relative.error(of: $0, from: row.expected) })
    }
  }

  /// Of fifty times one may lie beyond the limit: with three standard errors, two of fifty are more
  /// than chance leaves to 0.8 %.
  private func moments(_ drawn: DrawnNumbers, _ rows: [EnsembleRow]) throws(CaseError) -> Verdict {
    let deviations = try rows.map { (row) throws(CaseError) in
      let values = try drawn.values(of: row.name, at: row.time)
      let deviation =
        self == .mean
        ? Deviation.ofMean(values, from: row.expected, row.sd ?? 0)
        : Deviation.ofVariance(values, from: row.expected, row.sd ?? 0)
      return (time: row.time, deviation: deviation)
    }
    let sorted = deviations.sorted { abs($0.deviation) > abs($1.deviation) }
    let judged = sorted[rows.count / 50]
    guard rows.count > 1 else {
      let row = rows[0]
      return Verdict(
        place: " at \(row.time.shown) s",
        expected: self == .mean ? row.expected.shown : (row.sd ?? 0).shown,
        found: "\(judged.deviation.brief) standard errors off", error: abs(judged.deviation))
    }
    let spared = rows.count / 50
    let largest = "at most \(sorted[0].deviation.brief), at \(sorted[0].time.shown) s"
    return Verdict(
      place: " at \(rows.count) times",
      expected: "all times" + (spared > 0 ? " but \(spared)" : ""), found: largest,
      error: abs(judged.deviation))
  }

  private func share(_ drawn: DrawnNumbers, _ row: EnsembleRow) throws(CaseError) -> Verdict {
    let values = try drawn.values(of: row.name, at: row.time)
    let found = values.count { $0 == row.value }
    return Verdict(
      place: " = \((row.value ?? 0).shown) at \(row.time.shown) s", expected: row.expected.shown,
      found: String(format: "%.5g", Double(found) / Double(values.count)) + " of \(values.count)",
      error: abs(Deviation.ofShare(found, of: values.count, from: row.expected)))
  }

  private func distribution(
    _ drawn: DrawnNumbers, _ rows: [EnsembleRow]
  ) throws(CaseError) -> Verdict {
    let values = try drawn.values(of: rows[0].name, at: rows[0].time)
    let shares = Dictionary(
      rows.compactMap { row in row.value.map { ($0, row.expected) } }, uniquingKeysWith: +)
    return Verdict(
      place: " at \(rows[0].time.shown) s", expected: "\(rows.count) probabilities",
      found: "\(values.count) numbers",
      error: Deviation.ofCounts(values, from: shares).map { max(0, $0) })
  }

  private func cumulative(
    _ drawn: DrawnNumbers, _ rows: [EnsembleRow]
  ) throws(CaseError) -> Verdict {
    let values = try drawn.values(of: rows[0].name, at: rows[0].time)
    let table = rows.compactMap { row in row.value.map { ($0, row.expected) } }
    return Verdict(
      expected: "\(rows.count) probabilities", found: "\(values.count) times",
      error: Deviation.ofTimes(values, from: table))
  }
}
