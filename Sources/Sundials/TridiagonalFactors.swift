/// A tridiagonal matrix, factored from both ends at once.
///
/// Elimination runs down from the first row and up from the last and meets in the middle, so that the
/// two chains of dependent operations overlap. There is no pivoting: the Newton matrices of a ladder
/// are diagonally dominant by columns, for which that is stable.
///
/// G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), section 4.3; twisted form after
/// I. Babuška, *Math. Comput.* **26**, 5 (1972).
struct TridiagonalFactors: Sendable {
  /// Reciprocal pivots.
  private var pivots: [Double] = []
  /// What an eliminated neighbour contributes, times the reciprocal pivot.
  private var inward: [Double] = []
  /// What the neighbour towards the middle contributes, times the reciprocal pivot.
  private var outward: [Double] = []
  private var middle = 0

  /// Factors I - γB, for B given by its three diagonals; false where a pivot vanishes.
  mutating func factor(_ band: [[Double]], scaledBy gamma: Double, count: Int) -> Bool {
    pivots.resize(to: count)
    inward.resize(to: count)
    outward.resize(to: count)
    middle = count / 2
    guard count > 0 else { return true }
    let (lower, diagonal, upper) = (band[0], band[1], band[2])
    return eliminate(
      lower.span, diagonal.span, upper.span, gamma, middle, &pivots, &inward, &outward)
  }

  /// Replaces the slots of `x` from `start` on by the solution with them as right-hand side.
  func solve(_ x: inout MutableSpan<Double>, from start: Int) {
    let count = pivots.count
    guard count > 0 else { return }
    let pivot = pivots.span
    let inner = inward.span
    let outer = outward.span
    let last = count - 1
    var (down, up) = (0.0, 0.0)
    for step in 0..<middle {
      let (i, j) = (step, last - step)
      down = x[start + i] * pivot[i] - inner[i] * down
      x[start + i] = down
      guard j > middle else { continue }
      up = x[start + j] * pivot[j] - inner[j] * up
      x[start + j] = up
    }
    let centre = x[start + middle] * pivot[middle] - inner[middle] * down - outer[middle] * up
    x[start + middle] = centre
    (down, up) = (centre, centre)
    for step in 1..<max(count - middle, middle + 1) {
      let (i, j) = (middle - step, middle + step)
      if i >= 0 {
        down = x[start + i] - outer[i] * down
        x[start + i] = down
      }
      if j <= last {
        up = x[start + j] - outer[j] * up
        x[start + j] = up
      }
    }
  }
}

/// Eliminates towards `middle` from both ends of I - γB; false where a pivot vanished.
private func eliminate(
  _ lower: Span<Double>, _ diagonal: Span<Double>, _ upper: Span<Double>, _ gamma: Double,
  _ middle: Int, _ pivots: inout [Double], _ inward: inout [Double], _ outward: inout [Double]
) -> Bool {
  let last = diagonal.count - 1
  var pivot = pivots.mutableSpan
  var inner = inward.mutableSpan
  var outer = outward.mutableSpan
  var (down, up) = (0.0, 0.0)
  // The reciprocal of a vanishing pivot is infinite, and so is then this sum; the next pivot's is not.
  var reciprocals = 0.0
  for step in 0..<middle {
    let (i, j) = (step, last - step)
    let below = -gamma * lower[i]
    let p = 1 / (1 - gamma * diagonal[i] - below * down)
    down = -gamma * upper[i] * p
    reciprocals += abs(p)
    pivot[i] = p
    inner[i] = below * p
    outer[i] = down
    guard j > middle else { continue }
    let above = -gamma * upper[j]
    let s = 1 / (1 - gamma * diagonal[j] - above * up)
    up = -gamma * lower[j] * s
    reciprocals += abs(s)
    pivot[j] = s
    inner[j] = above * s
    outer[j] = up
  }
  let (below, above) = (-gamma * lower[middle], -gamma * upper[middle])
  let p = 1 / (1 - gamma * diagonal[middle] - below * down - above * up)
  pivot[middle] = p
  inner[middle] = below * p
  outer[middle] = above * p
  return (reciprocals + abs(p)).isFinite
}
