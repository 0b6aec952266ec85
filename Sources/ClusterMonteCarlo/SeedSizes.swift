import Kinetics
import Sampling
import Synthesis

/// Sizes of seeds, one drawn after the other.
struct SeedSizes: Sendable {
  private let first: Int
  /// The share of seeds up to each size.
  private let cumulative: [Double]

  init(_ seed: SeedPopulation, on ladder: Ladder) {
    let sizes = seed.sizes(on: ladder)
    first = sizes.first
    var sum = 0.0
    cumulative = sizes.counts.map { count in
      sum += count
      return sum
    }
  }

  /// The largest size that is likely among 10^12 seeds, units.
  var largest: Int {
    let last = cumulative.last ?? 0
    let reached = cumulative.firstIndex { $0 >= last * (1 - 1e-12) } ?? 0
    return first + reached
  }

  /// Units of one seed.
  func draw(_ stream: inout RandomStream) -> Int {
    let target = stream.uniform() * (cumulative.last ?? 0)
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return first + low
  }
}
