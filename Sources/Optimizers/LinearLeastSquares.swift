import CCeres

/// min |Ax - b|² by Householder's reflections, A = QR.
public struct LinearLeastSquares: Sendable {
  public let solution: [Double]

  /// - Precondition: no fewer rows than columns.
  public init(_ matrix: DenseMatrix, _ right: [Double]) throws(OptimizerError) {
    let factors = Factors(matrix, right)
    guard factors.isSolved else {
      throw OptimizerError(function: "least squares", message: "the columns are dependent")
    }
    solution = factors.solution
  }

  /// R and the first entries of Qᵀb: |Ax - b|² and |Rx - Qᵀb|² differ by a constant.
  public static func triangle(
    of matrix: DenseMatrix, _ right: [Double]
  ) throws(OptimizerError) -> (triangle: DenseMatrix, reduced: [Double]) {
    let factors = Factors(matrix, right)
    guard factors.triangle.allSatisfy(\.isFinite), factors.reduced.allSatisfy(\.isFinite) else {
      throw OptimizerError(function: "QR", message: "the matrix holds no finite numbers")
    }
    let count = matrix.columnCount
    return (
      DenseMatrix(rowCount: count, columnCount: count, entries: factors.triangle), factors.reduced
    )
  }

  private struct Factors {
    var solution: [Double]
    var triangle: [Double]
    var reduced: [Double]
    var isSolved: Bool

    init(_ matrix: DenseMatrix, _ right: [Double]) {
      let count = matrix.columnCount
      precondition(matrix.rowCount >= count, "a linear fit has no fewer data than unknowns")
      precondition(matrix.rowCount == right.count, "one datum a row")
      solution = Array(repeating: 0, count: count)
      triangle = Array(repeating: 0, count: count * count)
      reduced = solution
      isSolved = unsafe qds_eigen_least_squares(
        matrix.entries, matrix.rowCount, count, right, &solution, &triangle, &reduced)
    }
  }
}
