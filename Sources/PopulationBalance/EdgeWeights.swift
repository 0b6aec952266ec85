import Kinetics
import LinearAlgebra

/// How the density of particles at the edges between cells follows from the cells around.
///
/// In each cell the grid knows how many particles there are. A polynomial with the same sums over the
/// whole sizes of three cells gives the density at an edge to third order, seen from the side that
/// particles come from; one through four cells gives its slope. Where nothing but the wind moves
/// particles, five cells give the density to fifth order. So the ladder's own flux
///
///     J = a(N) c_1 p(N) - b(N+1) p(N+1)
///       = (a c_1 - b) [p(N) + p(N+1)]/2 - (a c_1 + b)/2 [p(N+1) - p(N)]
///
/// holds between wide cells too, with the first bracket from the side of the wind. Between cells of
/// one size each, p is what is in the cell and nothing is approximated.
///
/// A. Harten, B. Engquist, S. Osher, S. R. Chakravarthy, *J. Comput. Phys.* **71**, 231 (1987),
/// doi:10.1016/0021-9991(87)90031-3 (reconstruction from cell averages), here on lattice sums.
struct EdgeWeights: Sendable {
  /// The density between N and N + 1 from the amounts in cells i - 2 to i + 3, wind from below.
  private(set) var fromBelow: [SIMD8<Double>] = [.zero]
  /// The same, wind from above.
  private(set) var fromAbove: [SIMD8<Double>] = [.zero]
  /// p(N+1) - p(N).
  private(set) var rise: [SIMD8<Double>] = [.zero]
  private let hasNoise: Bool

  /// How much of the density at an edge is seen from the side of the wind, the rest from both sides:
  /// enough to damp what a coarse grid cannot carry, where the noise of growth does most of that.
  private static let lean = 0.2

  /// - Parameter hasNoise: whether growth spreads as a random walk does; without, the slope is unused.
  init(hasNoise: Bool) {
    self.hasNoise = hasNoise
  }

  /// Makes weights for all edges i ≥ 1 of a grid, edge i between cells i and i + 1.
  mutating func grow(to cells: SizeCells) {
    // What was the top has new neighbours.
    let kept = max(1, min(fromBelow.count, fromBelow.count - 2))
    fromBelow.removeLast(fromBelow.count - kept)
    fromAbove.removeLast(fromAbove.count - kept)
    rise.removeLast(rise.count - kept)
    guard kept < cells.count else { return }
    for edge in kept..<cells.count { append(edge, of: cells) }
  }

  private mutating func append(_ edge: Int, of cells: SizeCells) {
    guard hasNoise else { return appendWind(edge, of: cells) }
    if cells.width(edge) == 1, cells.width(edge + 1) == 1 {
      fromBelow.append(SIMD8(0, 0, 0.5, 0.5, 0, 0, 0, 0))
      fromAbove.append(SIMD8(0, 0, 0.5, 0.5, 0, 0, 0, 0))
      rise.append(SIMD8(0, 0, -1, 1, 0, 0, 0, 0))
      return
    }
    let (lowest, highest) = (max(2, edge - 1), min(edge + 2, cells.count))
    let below = Stencil(edge, of: cells, from: lowest, to: edge + 1)
    let above = Stencil(edge, of: cells, from: max(2, edge), to: highest)
    let both = Stencil(edge, of: cells, from: lowest, to: highest)
    fromBelow.append(Self.lean * below.density + (1 - Self.lean) * both.density)
    fromAbove.append(Self.lean * above.density + (1 - Self.lean) * both.density)
    rise.append(both.rise)
  }

  /// As many cells on either side of the one that particles come from, two at best.
  private mutating func appendWind(_ edge: Int, of cells: SizeCells) {
    let below = max(1, min(2, edge - 2, cells.count - edge))
    let above = max(1, min(2, edge - 1, cells.count - edge - 1))
    fromBelow.append(
      Stencil(edge, of: cells, from: max(2, edge - below), to: edge + below).density)
    fromAbove.append(
      Stencil(
        edge, of: cells, from: max(2, edge + 1 - above), to: min(edge + 1 + above, cells.count)
      ).density)
    rise.append(.zero)
  }
}

/// The polynomial through some cells around an edge, as weights of what is in the cells.
private struct Stencil {
  var density = SIMD8<Double>.zero
  var rise = SIMD8<Double>.zero

  init(_ edge: Int, of cells: SizeCells, from first: Int, to last: Int) {
    let centre = cells.upperEdge(edge)
    let scale = cells.width(edge + 1)
    let order = last - first + 1
    // Row: a cell. Column: a power of (n - centre)/scale, averaged over the cell's sizes.
    var matrix = [Double]()
    for cell in first...last {
      let offset = (cells.mean(cell) - centre) / scale
      let spread = Spread(of: cell, in: cells, scale: scale)
      let square = offset * offset
      let powers = [
        1, offset, square + spread.second, offset * (square + 3 * spread.second),
        square * (square + 6 * spread.second) + spread.fourth,
      ]
      matrix += powers.prefix(order)
    }
    var factors = DenseFactors()
    guard factors.factor(transposed(matrix, order), count: order) else { return }
    // On the lattice, the sizes half a unit to either side of the edge.
    let half = cells.isLattice ? 0.5 / scale : 0
    let atEdge = [1, 0, half * half, 0, half * half * half * half]
    let across = [0, 2 * half, 0, 2 * half * half * half, 0]
    let densities = factors.solve(Array(atEdge.prefix(order)))
    let rises = factors.solve(Array(across.prefix(order)))
    for (place, cell) in (first...last).enumerated() {
      density[cell - edge + 2] = densities[place] / cells.width(cell)
      rise[cell - edge + 2] = rises[place] / cells.width(cell)
    }
  }
}

/// Mean powers of the distance of a cell's sizes from their mean.
private struct Spread {
  let second: Double
  let fourth: Double

  /// - Parameter scale: the unit of distances.
  init(of cell: Int, in cells: SizeCells, scale: Double) {
    let width = cells.width(cell)
    let square = width * width
    let (area, fourthPower) = (scale * scale, scale * scale * scale * scale)
    if cells.isLattice {
      second = (square - 1) / (12 * area)
      fourth = (square - 1) * (3 * square - 7) / (240 * fourthPower)
    } else {
      second = square / (12 * area)
      fourth = square * square / (80 * fourthPower)
    }
  }
}

private func transposed(_ matrix: [Double], _ count: Int) -> [Double] {
  (0..<count * count).map { matrix[($0 % count) * count + $0 / count] }
}
