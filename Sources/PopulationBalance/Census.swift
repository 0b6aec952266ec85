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

  /// Counts the particles of a state, from cell 2 on.
  ///
  /// - Parameters:
  ///   - units: of a particle of each cell, from cell 0 on.
  ///   - threshold: units in one cell, mol, from which on it is occupied.
  init(_ state: Span<Double>, in clusters: Range<Int>, units: [Double], threshold: Double) {
    let first = clusters.lowerBound
    let top = clusters.upperBound - max(1, clusters.count / 100)
    let units = units.span
    for slot in clusters {
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
