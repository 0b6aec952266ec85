import Inference
import Observation
import PopulationBalance
import RealModule
import ScenarioFiles

/// Diameters of single particles, counted in bins, at some times.
///
/// Residuals are the signed roots of the deviance of the multinomial distribution, so that
///
///     Σ r² = 2 Σ n ln[n/(N p)] = const - 2 ln L
///
/// with p the share of the particles between the first and the last edge, floored at 1e-6 of the
/// largest: S. Baker, R. D. Cousins, *Nucl. Instrum. Methods* **221**, 437 (1984),
/// doi:10.1016/0167-5087(84)90016-4.
struct HistogramTarget: FitTarget {
  /// The particles that were counted at one time.
  struct Histogram: Sendable {
    let time: Double
    let counts: [Double]
  }

  let name: String
  let kind = FitSeries.Kind.tem
  let unit = "1"
  let times: [Double]
  let termCount = 0
  private let histograms: [Histogram]
  /// Diameters, m.
  private let edges: [Double]
  private static let floor = 1e-6

  init(_ series: FitSeries, _ histograms: [Histogram], edges: [Double]) {
    name = series.name
    self.histograms = histograms
    times = histograms.map(\.time)
    self.edges = edges
  }

  func compare(_ outputs: [FitOutput]) throws(ModelFailure) -> FitComparison {
    let hasSlopes = outputs.allSatisfy { $0.slopes != nil }
    let parameterCount = hasSlopes ? outputs.first?.slopes?.count ?? 0 : 0
    var residuals: [Double] = []
    var slopes: [[Double]] = Array(repeating: [], count: parameterCount)
    var curves: [FittedCurve] = []
    for (histogram, output) in zip(histograms, outputs) {
      let shares = shares(of: output)
      func binned(_ numbers: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: edges.count - 1)
        for share in shares { sums[share.bin] += share.share * numbers[share.size] }
        return sums
      }
      let numbers = binned(output.numbers)
      let all = numbers.reduce(0, +)
      guard all > 0, let top = numbers.indices.max(by: { numbers[$0] < numbers[$1] }) else {
        throw ModelFailure("no particle lies in the bins of \(name) at \(histogram.time) s")
      }
      let least = Self.floor * numbers[top]
      let counted = histogram.counts.reduce(0, +)
      let expected = numbers.map { counted * max($0, least) / all }
      residuals += zip(histogram.counts, expected).map(Self.residual)
      for parameter in 0..<parameterCount {
        let changes = binned(output.slopes?[parameter].numbers ?? [])
        let change = changes.reduce(0, +)
        slopes[parameter] += numbers.indices.map { bin in
          let (number, own) =
            numbers[bin] > least
            ? (numbers[bin], changes[bin]) : (least, Self.floor * changes[top])
          let moved = counted * (own - number * change / all) / all
          return moved * Self.slope(histogram.counts[bin], expected[bin])
        }
      }
      curves.append(
        FittedCurve(
          time: histogram.time,
          abscissa: zip(edges, edges.dropFirst()).map { 0.5 * ($0 + $1) },
          data: histogram.counts, deviation: expected.map { $0.squareRoot() }, model: expected))
    }
    return FitComparison(
      residuals: residuals, slopes: hasSlopes ? slopes : nil, curves: curves, scale: nil)
  }

  /// Which share of each size lies in which bin; a size within a cell is evenly spread over its radii.
  private func shares(of output: FitOutput) -> [(size: Int, bin: Int, share: Double)] {
    var shares: [(size: Int, bin: Int, share: Double)] = []
    for (size, bounds) in output.bins.bounds.enumerated() {
      let (lower, upper) = (2 * bounds.lowerBound, 2 * bounds.upperBound)
      guard upper >= edges[0], lower < edges[edges.count - 1] else { continue }
      for bin in 0..<(edges.count - 1) {
        let (from, to) = (edges[bin], edges[bin + 1])
        if upper > lower {
          let overlap = min(upper, to) - max(lower, from)
          if overlap > 0 { shares.append((size, bin, overlap / (upper - lower))) }
        } else if lower >= from, lower < to {
          shares.append((size, bin, 1))
        }
      }
    }
    return shares
  }

  /// The signed root of the deviance of a count n whose mean is μ.
  private static func residual(_ count: Double, _ mean: Double) -> Double {
    let logarithm = count > 0 ? count * Double.log(count / mean) : 0
    let deviance = max(0, 2 * (logarithm - count + mean))
    return count > mean ? -deviance.squareRoot() : deviance.squareRoot()
  }

  /// dr/dμ = (1 - n/μ)/r, and 1/√μ where they agree.
  private static func slope(_ count: Double, _ mean: Double) -> Double {
    let residual = residual(count, mean)
    guard abs(count - mean) > 1e-4 * mean else { return 1 / mean.squareRoot() }
    return (1 - count / mean) / residual
  }
}
