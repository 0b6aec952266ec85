import CCeres

/// A matrix A = U S Vᵀ by what its columns span: singular values and the columns of V.
///
/// One-sided Jacobi rotations, by Eigen, which keep small values accurate.
public struct SingularValues: Sendable {
  /// Largest first.
  public let values: [Double]
  /// V; column i belongs to value i.
  public let directions: DenseMatrix

  /// Fewer rows than columns are filled up with zeros.
  public init(of matrix: DenseMatrix) throws(OptimizerError) {
    let count = matrix.columnCount
    let missing = max(0, count - matrix.rowCount)
    let tall =
      missing > 0 ? matrix.above(DenseMatrix(rowCount: missing, columnCount: count)) : matrix
    var values = [Double](repeating: 0, count: count)
    var directions = [Double](repeating: 0, count: count * count)
    let isDone = unsafe qds_eigen_svd(tall.entries, tall.rowCount, count, &values, &directions)
    guard isDone else {
      throw OptimizerError(function: "SVD", message: "the matrix holds no finite numbers")
    }
    self.values = values
    self.directions = DenseMatrix(rowCount: count, columnCount: count, entries: directions)
  }

  /// How many values exceed a share of the largest.
  public func rank(above share: Double) -> Int {
    guard let largest = values.first, largest > 0 else { return 0 }
    return values.count { $0 > share * largest }
  }
}
