/// Which sizes of a state hold something.
struct Census {
  /// Sizes above the threshold.
  private(set) var occupied = 0
  /// The largest of them, units.
  private(set) var front = 2
  /// The most negative amount of units at one size, mol.
  private(set) var lowest = 0.0
  /// Units in the last hundredth of the sizes, mol.
  private(set) var nearTop = 0.0

  /// Counts the clusters of a state, the dimers lying at `first`.
  ///
  /// - Parameter threshold: units at one size, mol, from which on it is occupied.
  init(_ state: Span<Double>, from first: Int, threshold: Double) {
    let top = state.count - max(1, (state.count - first) / 100)
    var units = 2.0
    for slot in first..<state.count {
      let matter = units * state[slot]
      if abs(matter) > threshold {
        occupied += 1
        front = slot - first + 2
      }
      if matter < lowest { lowest = matter }
      if slot >= top { nearTop += matter }
      units += 1
    }
  }
}
