import Kinetics
import Sundials

/// How the density of particles at the edges between cells follows from the cells around.
///
/// In each cell the grid knows how many particles there are. A polynomial with the same sums over the
/// whole sizes of three cells gives the density at an edge to third order, seen from the side that
/// particles come from; one through four cells gives its slope. So the ladder's own flux
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
  /// The density between N and N + 1 from the amounts in cells i - 1 to i + 2, wind from below.
  private(set) var fromBelow: [SIMD4<Double>] = [.zero]
  /// The same, wind from above.
  private(set) var fromAbove: [SIMD4<Double>] = [.zero]
  /// p(N+1) - p(N).
  private(set) var rise: [SIMD4<Double>] = [.zero]
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
    if hasNoise, cells.width(edge) == 1, cells.width(edge + 1) == 1 {
      fromBelow.append(SIMD4(0, 0.5, 0.5, 0))
      fromAbove.append(SIMD4(0, 0.5, 0.5, 0))
      rise.append(SIMD4(0, -1, 1, 0))
      return
    }
    let lowest = max(2, edge - 1)
    let below = Stencil(edge, of: cells, from: lowest, to: edge + 1)
    let above = Stencil(edge, of: cells, from: max(2, edge), to: min(edge + 2, cells.count))
    let both = Stencil(edge, of: cells, from: lowest, to: min(edge + 2, cells.count))
    let lean = hasNoise ? Self.lean : 1
    fromBelow.append(lean * below.density + (1 - lean) * both.density)
    fromAbove.append(lean * above.density + (1 - lean) * both.density)
    rise.append(hasNoise ? both.rise : .zero)
  }
}

/// The polynomial through some cells around an edge, as weights of what is in the cells.
private struct Stencil {
  var density = SIMD4<Double>.zero
  var rise = SIMD4<Double>.zero

  init(_ edge: Int, of cells: SizeCells, from first: Int, to last: Int) {
    let centre = cells.upperEdge(edge)
    let scale = cells.width(edge + 1)
    let order = last - first + 1
    // Row: a cell. Column: a power of (n - centre)/scale, averaged over the cell's sizes.
    var matrix = [Double]()
    for cell in first...last {
      let offset = (cells.mean(cell) - centre) / scale
      let width = cells.width(cell)
      let spread = (width * width - (cells.isLattice ? 1 : 0)) / (12 * scale * scale)
      let powers = [
        1, offset, offset * offset + spread, offset * offset * offset + 3 * offset * spread,
      ]
      matrix += powers.prefix(order)
    }
    var factors = DenseFactors()
    guard factors.factor(transposed(matrix, order), count: order) else { return }
    // On the lattice, the sizes half a unit to either side of the edge.
    let half = cells.isLattice ? 0.5 / scale : 0
    let atEdge = [1, 0, half * half, 0]
    let across = [0, 2 * half, 0, 2 * half * half * half]
    let densities = factors.solve(Array(atEdge.prefix(order)))
    let rises = factors.solve(Array(across.prefix(order)))
    for (place, cell) in (first...last).enumerated() {
      density[cell - edge + 1] = densities[place] / cells.width(cell)
      rise[cell - edge + 1] = rises[place] / cells.width(cell)
    }
  }
}

private func transposed(_ matrix: [Double], _ count: Int) -> [Double] {
  (0..<count * count).map { matrix[($0 % count) * count + $0 / count] }
}
