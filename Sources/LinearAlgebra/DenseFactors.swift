import COpenBLAS

/// A small dense matrix, factored by LAPACK with partial pivoting.
public struct DenseFactors: Sendable {
  private var storage: [Double] = []
  private var pivots: [Int32] = []

  public init() {}

  /// Factors a matrix given row by row; false where it is singular.
  public mutating func factor(_ matrix: [Double], count: Int) -> Bool {
    storage = matrix
    pivots = Array(repeating: 0, count: count)
    guard count > 0 else { return true }
    var (order, info) = (Int32(count), Int32(0))
    unsafe dgetrf_(&order, &order, &storage, &order, &pivots, &info)
    return info == 0
  }

  /// The solution for a right-hand side.
  public func solve(_ right: [Double]) -> [Double] {
    guard !right.isEmpty else { return right }
    var solution = right
    // Held row by row, the matrix is LAPACK's transposed one.
    var (order, one, info) = (Int32(right.count), Int32(1), Int32(0))
    var transposed = CChar(UInt8(ascii: "T"))
    unsafe dgetrs_(&transposed, &order, &one, storage, &order, pivots, &solution, &order, &info)
    return solution
  }
}
