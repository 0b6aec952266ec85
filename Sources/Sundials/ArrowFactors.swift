import LinearAlgebra

/// I - γJ for an arrow matrix J, factored: band first, then a small dense complement.
///
///     B' y = r_B,  B' Q = C',  (D' - R'Q) x_D = r_D - R' y,  x_B = y - Q x_D
///
/// with B' = I - γB and so on. Factoring and solving take time in proportion to the slots.
public struct ArrowFactors: Sendable {
  private var tridiagonal = TridiagonalFactors()
  private var general = BandFactors()
  private var complement = DenseFactors()
  private var isTridiagonal = true
  private var cornerCount = 0
  private var reachingColumns: [Int] = []
  private var reachingRows: [Int] = []
  /// R'.
  private var rows: [[Double]] = []
  /// Q.
  private var solvedColumns: [[Double]] = []
  private var invariant: Invariant?
  private var riders: [RiderFactors] = []
  private var riderStarts: [Int] = []

  public init() {}

  /// Factors I - γJ; false where that is singular.
  ///
  /// - Parameter invariant: what J keeps, which then takes the place of one of its rows; that row must
  ///   be one that reaches into the band.
  public mutating func factor(
    _ jacobian: ArrowMatrix, scaledBy gamma: Double, keeping invariant: Invariant? = nil
  ) -> Bool {
    guard !jacobian.riders.isEmpty else {
      riders = []
      return factorArrow(jacobian, scaledBy: gamma, keeping: invariant)
    }
    if riders.count != jacobian.riders.count {
      riders = jacobian.riders.map { _ in RiderFactors() }
    }
    var arrow = jacobian
    riderStarts = []
    var start = jacobian.cornerCount + jacobian.bandCount
    for place in riders.indices {
      guard riders[place].factor(jacobian.riders[place], scaledBy: gamma) else { return false }
      riders[place].gather(into: &arrow)
      riderStarts.append(start)
      start += jacobian.bandCount * jacobian.riders[place].arrayCount
    }
    return factorArrow(arrow, scaledBy: gamma, keeping: invariant)
  }

  private mutating func factorArrow(
    _ jacobian: ArrowMatrix, scaledBy gamma: Double, keeping invariant: Invariant?
  ) -> Bool {
    self.invariant = invariant
    let count = jacobian.bandCount
    cornerCount = jacobian.cornerCount
    reachingColumns = jacobian.reachingColumns
    reachingRows = jacobian.reachingRows
    isTridiagonal =
      jacobian.halfWidth == 1
      && tridiagonal.factor(jacobian.band, scaledBy: gamma, count: count)
    // Where the sweep meets a vanishing pivot, pivoting may still go on.
    guard isTridiagonal || general.factor(jacobian.band, scaledBy: gamma, count: count)
    else { return false }
    rows.scale(jacobian.rows, by: -gamma, count: count)
    if let invariant, let place = reachingRows.firstIndex(of: invariant.row) {
      rows[place] = invariant.band
    }
    solvedColumns.scale(jacobian.columns, by: -gamma, count: count)
    for place in solvedColumns.indices {
      var column = [Double]()
      swap(&column, &solvedColumns[place])
      var entries = column.mutableSpan
      solveBand(&entries, from: 0)
      swap(&column, &solvedColumns[place])
    }
    return complement.factor(schurComplement(jacobian, gamma), count: cornerCount)
  }

  private func schurComplement(_ jacobian: ArrowMatrix, _ gamma: Double) -> [Double] {
    var matrix = jacobian.corner.map { -gamma * $0 }
    for slot in 0..<cornerCount { matrix[slot * cornerCount + slot] += 1 }
    if let invariant {
      for slot in 0..<cornerCount {
        matrix[invariant.row * cornerCount + slot] = invariant.corner[slot]
      }
    }
    for (rowPlace, row) in reachingRows.enumerated() {
      for (columnPlace, column) in reachingColumns.enumerated() {
        let (left, right) = (rows[rowPlace], solvedColumns[columnPlace])
        matrix[row * cornerCount + column] -= dot(left.span, right.span, from: 0)
      }
    }
    return matrix
  }

  private func solveBand(_ x: inout MutableSpan<Double>, from start: Int) {
    if isTridiagonal {
      tridiagonal.solve(&x, from: start)
    } else {
      general.solve(&x, from: start)
    }
  }

  /// Replaces a right-hand side by the solution.
  public func solve(_ x: inout MutableSpan<Double>) {
    var totals = [Double]()
    for place in riders.indices {
      let gathered = riders[place].gather(x, from: riderStarts[place])
      totals.append(gathered.total)
      x[riders[place].feed] += gathered.feed
    }
    solveArrow(&x)
    for place in riders.indices {
      riders[place].solve(
        &x, from: riderStarts[place], band: cornerCount, total: totals[place])
    }
  }

  private func solveArrow(_ x: inout MutableSpan<Double>) {
    var right = (0..<cornerCount).map { x[$0] }
    if let invariant {
      right[invariant.row] =
        dot(invariant.band.span, x.span, from: cornerCount)
        + (0..<cornerCount).reduce(0) { $0 + invariant.corner[$1] * x[$1] }
    }
    solveBand(&x, from: cornerCount)
    for (place, row) in reachingRows.enumerated() {
      let entries = rows[place]
      right[row] -= dot(entries.span, x.span, from: cornerCount)
    }
    let solution = complement.solve(right)
    for slot in 0..<cornerCount { x[slot] = solution[slot] }
    for (place, slot) in reachingColumns.enumerated() {
      let column = solvedColumns[place]
      subtract(column.span, times: solution[slot], from: &x)
    }
  }

  private func subtract(
    _ column: Span<Double>, times factor: Double, from x: inout MutableSpan<Double>
  ) {
    guard factor != 0 else { return }
    for index in column.indices {
      x[cornerCount + index] -= factor * column[index]
    }
  }
}

/// Σ a_i b_(i+start), in four sums that do not wait for each other.
private func dot(_ a: Span<Double>, _ b: Span<Double>, from start: Int) -> Double {
  var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
  let whole = a.count & ~3
  for i in stride(from: 0, to: whole, by: 4) {
    s0 += a[i] * b[start + i]
    s1 += a[i + 1] * b[start + i + 1]
    s2 += a[i + 2] * b[start + i + 2]
    s3 += a[i + 3] * b[start + i + 3]
  }
  for i in whole..<a.count { s0 += a[i] * b[start + i] }
  return (s0 + s1) + (s2 + s3)
}

extension [[Double]] {
  /// Takes over vectors times a factor, keeping what memory there is.
  fileprivate mutating func scale(_ vectors: [[Double]], by factor: Double, count: Int) {
    if self.count != vectors.count { self = vectors }
    for place in vectors.indices {
      self[place].resize(to: count)
      let vector = vectors[place]
      let source = vector.span
      var target = self[place].mutableSpan
      for index in source.indices { target[index] = factor * source[index] }
    }
  }
}
