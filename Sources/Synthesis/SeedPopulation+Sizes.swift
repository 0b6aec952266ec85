public import Kinetics
import RealModule

extension SeedPopulation {
  /// The distribution on whole numbers of units; its counts sum to one.
  ///
  /// A single diameter is shared between two neighbouring sizes, number and units kept. A distribution
  /// gives every size the share of diameters nearer to it than to its neighbours.
  public func sizes(on ladder: Ladder) -> SizeCounts {
    switch distribution {
    case .single(let diameter):
      return SizeCounts(ofOne: max(2, ladder.units(ofRadius: diameter / 2)))
    case .histogram(let edges, _):
      return shares(
        on: ladder, from: edges.first ?? 0, to: edges.last ?? 0, cumulative: cumulative)
    case .ripened(let shape, let mean):
      return shares(
        on: ladder, from: 0, to: shape.cutoff / shape.mean * mean, cumulative: cumulative)
    case .lognormal(let mean, let dispersion), .normal(let mean, let dispersion),
      .schulz(let mean, let dispersion):
      let width = 8 * dispersion * mean
      // A log-normal's tail reaches further up than down.
      let upper =
        if case .lognormal = distribution { mean * .exp(8 * dispersion) } else { mean + width }
      return shares(
        on: ladder, from: max(0, mean - width), to: upper, cumulative: cumulative)
    }
  }

  private func shares(
    on ladder: Ladder, from smallest: Double, to largest: Double, cumulative: (Double) -> Double
  ) -> SizeCounts {
    let first = max(2, Int(ladder.units(ofRadius: smallest / 2)))
    let last = max(first, Int(ladder.units(ofRadius: largest / 2).rounded(.up)))
    var below = 0.0
    var counts = [Double]()
    for units in first...last {
      let edge = 2 * ladder.radius(ofUnits: Double(units) + 0.5)
      let share = cumulative(edge)
      counts.append(share - below)
      below = share
    }
    guard below > 0 else { return SizeCounts(first: first, counts: [1]) }
    return SizeCounts(first: first, counts: counts.map { $0 / below })
  }

  /// The share of particles below a diameter, m.
  func cumulative(_ diameter: Double) -> Double {
    switch distribution {
    case .single(let only):
      return diameter < only ? 0 : 1
    case .normal(let mean, let dispersion):
      return 0.5 * .erfc((mean - diameter) / (dispersion * mean * Double.sqrt(2)))
    case .lognormal(let mean, let dispersion):
      guard diameter > 0 else { return 0 }
      let variance = Double.log(1 + dispersion * dispersion)
      let median = mean / Double.sqrt(1 + dispersion * dispersion)
      return 0.5 * .erfc(Double.log(median / diameter) / Double.sqrt(2 * variance))
    case .schulz(let mean, let dispersion):
      let shape = 1 / (dispersion * dispersion)
      return regularisedGamma(shape, shape * diameter / mean)
    case .ripened(let shape, let mean):
      return shape.below(shape.mean * diameter / mean)
    case .histogram(let edges, let counts):
      return cumulativeHistogram(diameter, edges, counts)
    }
  }

  private func cumulativeHistogram(
    _ diameter: Double, _ edges: [Double], _ counts: [Double]
  ) -> Double {
    let total = counts.reduce(0, +)
    var below = 0.0
    for (bin, count) in counts.enumerated() {
      let inside = (diameter - edges[bin]) / (edges[bin + 1] - edges[bin])
      below += count * min(1, max(0, inside))
    }
    return below / total
  }
}

/// P(a, x), the regularised lower incomplete gamma function, by its series or continued fraction.
///
/// W. H. Press et al., *Numerical Recipes*, 3rd ed. (2007), section 6.2.
private func regularisedGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let scale = Double.exp(a * .log(x) - x - .logGamma(a))
  if x < a + 1 {
    var (term, sum, denominator) = (1 / a, 1 / a, a)
    repeat {
      denominator += 1
      term *= x / denominator
      sum += term
    } while abs(term) > abs(sum) * 1e-16
    return sum * scale
  }
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var fraction = d
  for i in 1...10_000 {
    let numerator = -Double(i) * (Double(i) - a)
    b += 2
    d = 1 / max(tiny, abs(numerator * d + b)) * (numerator * d + b < 0 ? -1 : 1)
    c = b + numerator / c
    fraction *= d * c
    // One rounding more or less: the product need never come to one exactly.
    if abs(d * c - 1) < 1e-15 { break }
  }
  return 1 - scale * fraction
}
