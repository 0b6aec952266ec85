import Kinetics
import Synthesis

/// A size distribution that is known: which share of all particles is smaller than a radius.
///
/// A file with the columns `radius [nm], below`; between its rows the share is a straight line.
struct Profile {
  private var radii: [Double] = []
  private var shares: [Double] = []

  init(path: String) throws(CaseError) {
    let table = try ReferenceTable(path: path)
    let (radius, below) = (try table.place(of: "radius"), try table.place(of: "below"))
    guard table.columns[radius].unit == "nm" else { throw .bad("\(path): radii are in nm") }
    for row in table.rows {
      radii.append(try table.number(row, radius) * 1e-9)
      shares.append(try table.number(row, below))
    }
    guard zip(radii, radii.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(shares, shares.dropFirst()).allSatisfy({ $0 <= $1 }), shares.first == 0, shares.last == 1
    else {
      throw .bad("\(path): radii rise from row to row, and shares from 0 to 1")
    }
  }

  /// The share of all particles below a radius, m.
  func below(_ radius: Double) -> Double {
    guard let above = radii.firstIndex(where: { $0 > radius }) else { return 1 }
    guard above > 0 else { return 0 }
    let part = (radius - radii[above - 1]) / (radii[above] - radii[above - 1])
    return shares[above - 1] + part * (shares[above] - shares[above - 1])
  }

  /// The relative distance in the mean of what is in the cells of a grid, Σ|N_i - N p_i|/N with the
  /// share p_i of the profile in cell i.
  ///
  /// - Parameter numbers: of each cell from that of two units on.
  func distance(from numbers: [Double], on grid: SizeGrid, of ladder: Ladder) -> Double {
    let total = numbers.reduce(0, +)
    guard total > 0 else { return 1 }
    var cells = grid.cells
    while cells.count < numbers.count + 1 { cells.grow(to: cells.largest + 1) }
    var (distance, below) = (0.0, 0.0)
    for (place, number) in numbers.enumerated() {
      let reached = self.below(ladder.radius(ofUnits: cells.upperEdge(place + 2)))
      distance += abs(number / total - (reached - below))
      below = reached
    }
    return distance + (1 - below)
  }
}
