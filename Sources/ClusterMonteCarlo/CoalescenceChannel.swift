import Kinetics
import Synthesis

/// Pairs of particles that become one, drawn by bounds on the kernel between groups of sizes.
///
///     events/s = K(i, j)/V for each pair
///
/// A. H. Marcus, *Technometrics* **10**, 133 (1968), doi:10.1080/00401706.1968.10490542; A. A.
/// Lushnikov, *J. Colloid Interface Sci.* **65**, 276 (1978), doi:10.1016/0021-9797(78)90158-3. A pair
/// is drawn by the bound of its groups and taken with the share that its own kernel has of it.
struct CoalescenceChannel: Sendable {
  /// How much larger the last size of a group is than its first.
  private static let ratio = 1.25
  /// What the bound lies above the largest kernel found in a pair of groups.
  private static let margin = 1.02

  let coalescence: Coalescence
  private let volumePerUnit: Double
  private(set) var starts: [Int]
  /// Bounds on the kernel, m³/s, row by row.
  private var bounds: [Double] = []
  /// Σ_h K_gh n_h, m³/s.
  private var partners: [Double] = []
  private var counts: [Int] = []
  /// Σ over ordered pairs of the bounds, themselves included, m³/s.
  private(set) var pairs = 0.0

  init(_ coalescence: Coalescence, on ladder: Ladder) {
    self.coalescence = coalescence
    volumePerUnit = ladder.volumePerUnit
    starts = [max(2, coalescence.smallest)]
  }

  private var groupCount: Int { starts.count }

  /// Groups for all sizes up to one.
  mutating func grow(to largest: Int) {
    var next = self.next(after: starts[starts.count - 1])
    while next <= largest {
      starts.append(next)
      next = self.next(after: next)
    }
  }

  /// The first size of the group after one; no group spans a size at which the kernel breaks off.
  private func next(after start: Int) -> Int {
    let end = max(start + 1, Int(Double(start) * Self.ratio))
    let breaks = coalescence.law.lastSizes.map { $0 < 1e15 ? Int($0) + 1 : Int.max }
    return breaks.reduce(end) { $1 > start ? min($0, $1) : $0 }
  }

  /// Makes bounds that hold at all corners of the medium.
  mutating func refresh(over corners: [Medium<Double>]) {
    // The first, the middle and the last size of each group.
    let particles = starts.flatMap { start in
      let last = next(after: start) - 1
      return [start, (start + last) / 2, last].map {
        Particle(units: Double($0), volumePerUnit: volumePerUnit)
      }
    }
    let width = particles.count
    var table = [Double](repeating: 0, count: width * width)
    bounds = Array(repeating: 0, count: groupCount * groupCount)
    for corner in corners {
      var span = table.mutableSpan
      coalescence.law.tabulate(&span, of: particles.span, in: corner)
      for row in 0..<width {
        for column in 0..<width {
          let place = row / 3 * groupCount + column / 3
          bounds[place] = max(bounds[place], Self.margin * table[row * width + column])
        }
      }
    }
    counts = Array(repeating: 0, count: groupCount)
    partners = Array(repeating: 0, count: groupCount)
    pairs = 0
  }

  /// Follows the numbers of particles in the groups.
  mutating func follow(_ groups: inout SizeGroups) {
    guard !groups.changed.isEmpty else { return }
    for group in groups.changed {
      let change = Double(groups.counts[group] - counts[group])
      guard change != 0 else { continue }
      counts[group] = groups.counts[group]
      for other in 0..<groupCount {
        partners[other] += change * bounds[other * groupCount + group]
      }
    }
    groups.changed.removeAll(keepingCapacity: true)
    pairs = 0
    for group in 0..<groupCount { pairs += Double(counts[group]) * partners[group] }
    if counts.allSatisfy({ $0 == 0 }) { pairs = 0 }
  }

  /// The two groups that a target between zero and the sum over pairs picks, and the bound of their
  /// kernel, m³/s.
  func pick(_ target: Double) -> (one: Int, other: Int, bound: Double)? {
    var rest = target
    for group in 0..<groupCount {
      let weight = Double(counts[group]) * partners[group]
      if rest < weight {
        rest /= Double(counts[group])
        for other in 0..<groupCount {
          let bound = bounds[group * groupCount + other]
          let part = bound * Double(counts[other])
          if rest < part { return (group, other, bound) }
          rest -= part
        }
        return nil
      }
      rest -= weight
    }
    return nil
  }

  func count(ofGroup group: Int) -> Int { counts[group] }

  /// The kernel of two sizes in a medium, m³/s.
  func kernel(_ one: Int, _ other: Int, in medium: Medium<Double>) -> Double {
    let pair = [one, other].map { Particle(units: Double($0), volumePerUnit: volumePerUnit) }
    var table = [0.0, 0, 0, 0]
    var span = table.mutableSpan
    coalescence.law.tabulate(&span, of: pair.span, in: medium)
    return table[1]
  }
}
