import COpenBLAS

/// What LAPACK says of a dense matrix, independently of the solvers under test.
public struct DenseOracle {
  private let count: Int
  /// Column by column, as LAPACK wants it.
  private let entries: [Double]

  /// A matrix given as rows.
  public init(_ rows: [[Double]]) {
    count = rows.count
    entries = rows.indices.flatMap { column in rows.map { $0[column] } }
  }

  /// I - γJ for a matrix J given as rows.
  public init(newtonMatrixOf jacobian: [[Double]], gamma: Double) {
    self.init(
      jacobian.enumerated().map { row, values in
        values.enumerated().map { column, value in (row == column ? 1 : 0) - gamma * value }
      })
  }

  /// The solution for a right-hand side; nil where the matrix is singular.
  public func solution(for right: [Double]) -> [Double]? {
    var (matrix, solution) = (entries, right)
    var pivots = [Int32](repeating: 0, count: count)
    var (order, one, info) = (Int32(count), Int32(1), Int32(0))
    unsafe dgetrf_(&order, &order, &matrix, &order, &pivots, &info)
    guard info == 0 else { return nil }
    var plain = CChar(UInt8(ascii: "N"))
    unsafe dgetrs_(&plain, &order, &one, matrix, &order, pivots, &solution, &order, &info)
    return solution
  }

  /// The largest singular value over the smallest.
  public var conditionNumber: Double {
    var matrix = entries
    var values = [Double](repeating: 0, count: count)
    var work = [Double](repeating: 0, count: 10 * count + 10)
    var (noLeft, noRight) = ([0.0], [0.0])
    var (order, one, info) = (Int32(count), Int32(1), Int32(0))
    var room = Int32(work.count)
    let none = [CChar(UInt8(ascii: "N"))]
    unsafe dgesvd_(
      none, none, &order, &order, &matrix, &order, &values, &noLeft, &one, &noRight, &one,
      &work, &room, &info)
    return (values.first ?? .nan) / (values.last ?? .nan)
  }

  /// |Ax - r| over |A||x| + |r|, in the maximum norm.
  public func residual(of solution: [Double], for right: [Double]) -> Double {
    var products = [Double](repeating: 0, count: count)
    var sizes = [Double](repeating: 0, count: count)
    for column in 0..<count {
      for row in 0..<count {
        let entry = entries[column * count + row]
        products[row] += entry * solution[column]
        sizes[row] += abs(entry)
      }
    }
    let size = (sizes.max() ?? 0) * Self.norm(solution) + Self.norm(right)
    return Self.norm(zip(products, right).map { $0 - $1 }) / size
  }

  /// |x - y| over |y|, in the maximum norm.
  public static func distance(_ x: [Double], _ y: [Double]) -> Double {
    norm(zip(x, y).map { $0 - $1 }) / norm(y)
  }

  private static func norm(_ x: [Double]) -> Double { x.reduce(0) { max($0, abs($1)) } }
}
