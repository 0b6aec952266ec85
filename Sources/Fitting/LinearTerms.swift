/// Residuals of a model whose scale and backgrounds are found by themselves, for given sizes.
///
///     min over c, b_j of Σ_j |c m_j + b_j1 x_j1 + ... - y_j|²
///
/// over the frames j, everything in standard deviations. What the linear terms can follow is taken
/// out of residuals and derivatives alike: G. H. Golub, V. Pereyra, *SIAM J. Numer. Anal.* **10**, 413
/// (1973), doi:10.1137/0710036, with the derivatives of L. Kaufman, *BIT* **15**, 49 (1975),
/// doi:10.1007/BF01932995. Standard errors of the other parameters so hold for terms that are fitted.
struct LinearTerms: Sendable {
  /// Values, one row a point, frame after frame.
  struct Stack: Sendable {
    var data: [Double] = []
    var model: [Double] = []
    /// For each parameter.
    var slopes: [[Double]] = []
    /// Columns that all frames share beside the model.
    var shared: [[Double]] = []
    /// Of each frame: its rows, and its own columns.
    var frames: [(rows: Range<Int>, columns: [[Double]])] = []
  }

  /// Model less data.
  let residuals: [Double]
  /// A column for each parameter.
  let slopes: [[Double]]
  /// What multiplies the model.
  let scale: Double
  /// Of each shared column.
  let shared: [Double]
  /// Of each frame's own columns.
  let own: [[Double]]

  /// - Parameter scale: nil where it is to be found.
  init(_ stack: Stack, scale fixed: Double?) {
    var (data, model, slopes) = (stack.data, stack.model, stack.slopes)
    var sharedColumns = stack.shared
    for (rows, columns) in stack.frames where !columns.isEmpty {
      let basis = Self.orthonormal(columns)
      Self.remove(basis, from: &data, rows)
      Self.remove(basis, from: &model, rows)
      for place in slopes.indices { Self.remove(basis, from: &slopes[place], rows) }
      for place in sharedColumns.indices { Self.remove(basis, from: &sharedColumns[place], rows) }
    }
    let rows = 0..<data.count
    let columns = (fixed == nil ? [model] : []) + sharedColumns
    let target = fixed.map { scale in zip(data, model).map { $0 - scale * $1 } } ?? data
    let coefficients = Self.solve(columns, target)
    let basis = Self.orthonormal(columns)
    var rest = target
    Self.remove(basis, from: &rest, rows)
    let scale = fixed ?? coefficients.first ?? 0
    for place in slopes.indices { Self.remove(basis, from: &slopes[place], rows) }
    self.residuals = rest.map { -$0 }
    self.slopes = slopes.map { $0.map { scale * $0 } }
    self.scale = scale
    shared = fixed == nil ? Array(coefficients.dropFirst()) : coefficients
    let (sharedFound, wholeShared) = (shared, stack.shared)
    own = stack.frames.map { rows, columns in
      guard !columns.isEmpty else { return [] }
      let left = rows.map { row in
        zip(sharedFound, wholeShared).reduce(stack.data[row] - scale * stack.model[row]) {
          $0 - $1.0 * $1.1[row]
        }
      }
      return Self.solve(columns, left)
    }
  }

  /// An orthonormal basis of what columns span, by Gram and Schmidt, twice for round-off; columns that
  /// add nothing are left out.
  private static func orthonormal(_ columns: [[Double]]) -> [[Double]] {
    var basis: [[Double]] = []
    for column in columns {
      let size = norm(column)
      guard size > 0 else { continue }
      var rest = column
      for _ in 0..<2 { remove(basis, from: &rest, 0..<rest.count) }
      let left = norm(rest)
      guard left > 1e-12 * size else { continue }
      basis.append(rest.map { $0 / left })
    }
    return basis
  }

  /// Takes out of some rows what a basis of those rows can follow.
  private static func remove(
    _ basis: [[Double]], from values: inout [Double], _ rows: Range<Int>
  ) {
    for column in basis {
      var sum = 0.0
      for (place, row) in rows.enumerated() { sum += column[place] * values[row] }
      for (place, row) in rows.enumerated() { values[row] -= sum * column[place] }
    }
  }

  /// The coefficients that follow a target best; zero for columns that add nothing.
  private static func solve(_ columns: [[Double]], _ target: [Double]) -> [Double] {
    var coefficients = columns.map { _ in 0.0 }
    // Each column less what the later ones can follow of it is met by its own coefficient alone.
    for place in columns.indices {
      var others = columns
      others.remove(at: place)
      var own = columns[place]
      let size = norm(own)
      for _ in 0..<2 { remove(orthonormal(others), from: &own, 0..<own.count) }
      let left = norm(own)
      guard size > 0, left > 1e-12 * size else { continue }
      let along = zip(own, target).reduce(0) { $0 + $1.0 * $1.1 }
      coefficients[place] = along / (left * left)
    }
    return coefficients
  }

  private static func norm(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
