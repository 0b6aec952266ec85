import LinearAlgebra

/// P = I - γ(T + L) of what rides on a band, factored group by group, with what the arrow must know of
/// it.
///
///     p = P⁻¹ (r_p + γ (L_0 y + C x)),   z = P⁻ᵀ ω,   ω = 1 + γ losses on what counts
///
/// The sum of the feed's row with those of all that counts holds no exchange between them. There,
/// ω·p becomes z·r_p + γ (z·L_0) y + γ (z·C) x: a row of the arrow's own.
struct RiderFactors: Sendable {
  private var groups: [GroupFactors] = []
  /// What counts of the first group, weighed; empty where the feed's row is its own.
  private var gathered: [Double] = []
  private var riders: Riders?
  private var gamma = 0.0
  private var count = 0

  /// The slot that they exchange with.
  var feed: Int { riders?.feed ?? 0 }

  /// Factors; false where that is singular.
  mutating func factor(_ riders: Riders, scaledBy gamma: Double) -> Bool {
    self.riders = riders
    self.gamma = gamma
    count = riders.losses.count
    if groups.count != riders.groups.count {
      groups = riders.groups.map { GroupFactors($0) }
    }
    for place in groups.indices {
      guard groups[place].factor(riders, scaledBy: gamma, count: count) else { return false }
    }
    gathered = []
    guard !riders.isHeld, let group = groups.first else { return true }
    var weights = [Double](repeating: 0, count: count * group.width)
    for array in riders.counted {
      for index in 0..<count {
        weights[index * group.width + array - group.first] = 1 + gamma * riders.losses[index]
      }
    }
    group.solveTransposed(&weights)
    gathered = weights
    return true
  }

  /// Adds what reads the riders to the row of the feed, for the sum of its row and theirs.
  func gather(into jacobian: inout ArrowMatrix) {
    guard !gathered.isEmpty, let riders, let group = groups.first else { return }
    for coupling in riders.couplings where coupling.from == 0 {
      guard let place = jacobian.reachingRows.firstIndex(of: riders.feed),
        group.holds(coupling.into)
      else { continue }
      for index in 0..<count {
        jacobian.rows[place][index] -=
          gathered[index * group.width + coupling.into - group.first] * coupling.values[index]
      }
    }
    for (slot, leak) in riders.leaks {
      jacobian.corner[riders.feed * jacobian.cornerCount + slot] -= leak
    }
    for column in riders.columns where group.holds(column.into) {
      var sum = 0.0
      for index in 0..<count {
        sum += gathered[index * group.width + column.into - group.first] * column.values[index]
      }
      jacobian.corner[riders.feed * jacobian.cornerCount + column.slot] -= sum
    }
  }

  /// What the right-hand side of the riders, `x` from `start` on, adds to that of the feed, and the sum
  /// of what is there of feed, balance and all that counts.
  func gather(
    _ x: borrowing MutableSpan<Double>, from start: Int
  ) -> (feed: Double, total: Double) {
    guard let riders, let group = groups.first else { return (0, 0) }
    var sum = 0.0
    for array in riders.counted {
      for index in 0..<count { sum += x[start + (array - 1) * count + index] }
    }
    let total = sum + x[riders.feed] + x[riders.balance]
    guard !gathered.isEmpty else { return (0, total) }
    var seen = 0.0
    for array in group.first..<(group.first + group.width) {
      for index in 0..<count {
        seen +=
          gathered[index * group.width + array - group.first]
          * x[start + (array - 1) * count + index]
      }
    }
    return (sum - seen, total)
  }

  /// Replaces the right-hand side of the riders by the solution, that of the arrow being there, and
  /// sets the balance to what is left of a sum.
  func solve(_ x: inout MutableSpan<Double>, from start: Int, band: Int, total: Double) {
    guard let riders else { return }
    for group in groups {
      for coupling in riders.couplings
      where group.holds(coupling.into) && !group.holds(coupling.from) {
        let source = coupling.from == 0 ? band : start + (coupling.from - 1) * count
        let target = start + (coupling.into - 1) * count
        let values = coupling.values.span
        for index in 0..<count { x[target + index] += gamma * values[index] * x[source + index] }
      }
      for column in riders.columns where group.holds(column.into) && x[column.slot] != 0 {
        let factor = gamma * x[column.slot]
        let target = start + (column.into - 1) * count
        let values = column.values.span
        for index in 0..<count { x[target + index] += factor * values[index] }
      }
      group.solve(&x, from: start)
    }
    var rest = total - x[riders.feed]
    for array in riders.counted {
      for index in 0..<count { rest -= x[start + (array - 1) * count + index] }
    }
    x[riders.balance] = rest
  }
}

/// The arrays of one group, interleaved slot by slot into one band.
private struct GroupFactors: Sendable {
  /// The first array of the group, and how many there are.
  let first: Int
  let width: Int
  private var factors = BandFactors()
  private var count = 0

  init(_ arrays: ClosedRange<Int>) {
    first = arrays.lowerBound
    width = arrays.count
  }

  func holds(_ array: Int) -> Bool { array >= first && array < first + width }

  mutating func factor(_ riders: Riders, scaledBy gamma: Double, count: Int) -> Bool {
    self.count = count
    let halfWidth = max(riders.band.count / 2 * width, width - 1)
    let empty = [Double](repeating: 0, count: count * width)
    var band = [[Double]](repeating: empty, count: 2 * halfWidth + 1)
    for (place, diagonal) in riders.band.enumerated() {
      let offset = (place - riders.band.count / 2) * width
      for index in 0..<count {
        for array in 0..<width { band[halfWidth + offset][index * width + array] = diagonal[index] }
      }
    }
    for coupling in riders.couplings where holds(coupling.into) && holds(coupling.from) {
      let offset = coupling.from - coupling.into
      let row = coupling.into - first
      for index in 0..<count {
        band[halfWidth + offset][index * width + row] += coupling.values[index]
      }
    }
    return factors.factor(band, scaledBy: gamma, count: count * width)
  }

  func solveTransposed(_ x: inout [Double]) {
    var entries = x.mutableSpan
    factors.solve(&entries, from: 0, isTransposed: true)
  }

  func solve(_ x: inout MutableSpan<Double>, from start: Int) {
    var mixed = [Double](repeating: 0, count: count * width)
    for array in 0..<width {
      let source = start + (first + array - 1) * count
      for index in 0..<count { mixed[index * width + array] = x[source + index] }
    }
    var entries = mixed.mutableSpan
    factors.solve(&entries, from: 0)
    for array in 0..<width {
      let target = start + (first + array - 1) * count
      for index in 0..<count { x[target + index] = entries[index * width + array] }
    }
  }
}
