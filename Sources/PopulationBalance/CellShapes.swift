import Kinetics
import RealModule

/// Mean radius and surface of the particles of each cell, over the whole sizes that it holds.
struct CellShapes: Sendable {
  /// ⟨r⟩, m, from cell 0, which is none.
  private(set) var radii: [Double] = [0]
  /// ⟨4πr²⟩, m².
  private(set) var areas: [Double] = [0]

  mutating func grow(to cells: SizeCells, on ladder: Ladder) {
    guard radii.count <= cells.count else { return }
    for cell in radii.count...cells.count {
      let width = cells.width(cell)
      if width == 1, cells.isLattice {
        let radius = ladder.radius(ofUnits: Double(cells.last(cell)))
        radii.append(radius)
        areas.append(4 * .pi * radius * radius)
      } else {
        // r is proportional to n^(1/3): its powers, integrated over the cell.
        let (inner, outer) = (cells.lowerEdge(cell), cells.upperEdge(cell))
        let (low, high) = (ladder.radius(ofUnits: inner), ladder.radius(ofUnits: outer))
        radii.append(0.75 * (outer * high - inner * low) / width)
        areas.append(4 * .pi * 0.6 * (outer * high * high - inner * low * low) / width)
      }
    }
  }
}
