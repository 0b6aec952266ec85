public import Optimizers

/// min |Ax - b|² over x ≥ 0.
///
/// Columns join a set of positive ones, the steepest first, and leave it where they would turn negative:
/// C. L. Lawson, R. J. Hanson, *Solving Least Squares Problems*, chapter 23, SIAM (1995),
/// doi:10.1137/1.9781611971217.
public struct NonNegativeLeastSquares: Sendable {
  public let solution: [Double]
  /// Columns that are positive.
  public let positive: [Int]
  /// |Ax - b|².
  public let objective: Double

  /// - Precondition: as many entries of b as rows of A.
  public init(_ matrix: DenseMatrix, _ right: [Double]) throws(InferenceError) {
    precondition(matrix.rowCount == right.count, "one datum a row")
    let count = matrix.columnCount
    var x = [Double](repeating: 0, count: count)
    var passive = [Int]()
    let scale = Self.largest(matrix.transposedTimes(right))
    // A column that was let in and fell out at once is not asked again before another one came.
    var refused = Set<Int>()
    for _ in 0..<(10 * count + 10) {
      let rest = zip(right, matrix.times(x)).map { $0 - $1 }
      let slopes = matrix.transposedTimes(rest)
      let candidates = (0..<count).filter {
        !passive.contains($0) && !refused.contains($0) && slopes[$0] > 1e-12 * scale
      }
      guard let next = candidates.max(by: { slopes[$0] < slopes[$1] }) else { break }
      guard passive.count < matrix.rowCount else { break }
      passive.append(next)
      try Self.settle(&x, &passive, matrix, right)
      if passive.contains(next) { refused = [] } else { refused.insert(next) }
    }
    let rest = zip(right, matrix.times(x)).map { $0 - $1 }
    solution = x
    positive = passive.sorted()
    objective = rest.reduce(0) { $0 + $1 * $1 }
  }

  /// Solves on the passive columns, and drops those that would not stay positive.
  private static func settle(
    _ x: inout [Double], _ passive: inout [Int], _ matrix: DenseMatrix, _ right: [Double]
  ) throws(InferenceError) {
    while !passive.isEmpty {
      let target: [Double]
      do throws(OptimizerError) {
        target = try LinearLeastSquares(matrix.columns(passive), right).solution
      } catch { throw .linearAlgebra(error.description) }
      var share = 1.0
      for (slot, place) in passive.enumerated() where target[slot] <= 0 {
        share = min(share, x[place] / (x[place] - target[slot]))
      }
      if share >= 1, target.allSatisfy({ $0 > 0 }) {
        for (slot, place) in passive.enumerated() { x[place] = target[slot] }
        return
      }
      let before = passive
      passive = []
      for (slot, place) in before.enumerated() {
        let moved = x[place] + share * (target[slot] - x[place])
        let stays = target[slot] > 0 || moved > 1e-14 * abs(target[slot])
        x[place] = stays ? moved : 0
        if stays { passive.append(place) }
      }
      guard passive.count < before.count else { return }
    }
  }

  private static func largest(_ numbers: [Double]) -> Double {
    numbers.reduce(0) { max($0, abs($1)) }
  }
}
