import Kinetics

/// Which cells of a state hold something.
struct Census {
  /// Cells above the threshold.
  private(set) var occupied = 0
  /// The last of them.
  private(set) var front = 2
  /// The most negative amount of units in one cell, mol.
  private(set) var lowest = 0.0
  /// Units in the last hundredth of the cells, mol.
  private(set) var nearTop = 0.0

  /// Counts the particles of a state, those of cell 2 lying at `first`.
  ///
  /// - Parameters:
  ///   - units: of a particle of each cell, from cell 0 on.
  ///   - threshold: units in one cell, mol, from which on it is occupied.
  init(_ state: Span<Double>, from first: Int, units: [Double], threshold: Double) {
    let top = state.count - max(1, (state.count - first) / 100)
    let units = units.span
    for slot in first..<state.count {
      let matter = units[slot - first + 2] * state[slot]
      if abs(matter) > threshold {
        occupied += 1
        front = slot - first + 2
      }
      if matter < lowest { lowest = matter }
      if slot >= top { nearTop += matter }
    }
  }
}
