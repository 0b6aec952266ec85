import Oracles
import Sundials
import Testing

@Suite("Arrow factors against a dense LAPACK solve")
struct ArrowFactorsTests {
  @Test(
    "random arrows of one to four dense slots",
    arguments: [1, 2], [0, 1, 2, 3, 4, 5, 6, 17, 64, 257])
  func randomArrows(halfWidth: Int, band: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(1000 * halfWidth + band))
    for corner in 1...4 {
      let matrix = ArrowMatrix.random(
        corner: corner, band: band, halfWidth: halfWidth, using: &numbers)
      try agree(matrix, gamma: 1, using: &numbers)
      try agree(matrix, gamma: 1e-3, using: &numbers)
    }
  }

  @Test("an arrow of 400 slots in the band", arguments: [1, 2])
  func large(halfWidth: Int) throws {
    var numbers = SeededNumbers(seed: 7)
    let matrix = ArrowMatrix.random(corner: 3, band: 400, halfWidth: halfWidth, using: &numbers)
    try agree(matrix, gamma: 0.5, using: &numbers)
  }

  private func agree(
    _ matrix: ArrowMatrix, gamma: Double, using numbers: inout SeededNumbers
  ) throws {
    let right = (0..<matrix.count).map { _ in numbers.number(-1, 1) }
    let oracle = DenseOracle(newtonMatrixOf: matrix.dense(), gamma: gamma)
    let solution = try #require(matrix.solution(for: right, gamma: gamma))
    let expected = try #require(oracle.solution(for: right))
    #expect(oracle.residual(of: solution, for: right) <= 1e-12)
    guard matrix.count <= 20 else { return }
    let condition = oracle.conditionNumber
    #expect(
      DenseOracle.distance(solution, expected) <= 1e-15 * Double(matrix.count) * condition,
      "condition number \(condition)")
  }

  @Test("factors are reused for another matrix of another size")
  func reuse() throws {
    var numbers = SeededNumbers(seed: 3)
    var factors = ArrowFactors()
    for band in [9, 4, 30] {
      let matrix = ArrowMatrix.random(corner: 2, band: band, halfWidth: 1, using: &numbers)
      let isRegular = factors.factor(matrix, scaledBy: 1)
      #expect(isRegular)
      let right = (0..<matrix.count).map { _ in numbers.number(-1, 1) }
      var solution = right
      var entries = solution.mutableSpan
      factors.solve(&entries)
      let oracle = DenseOracle(newtonMatrixOf: matrix.dense(), gamma: 1)
      #expect(oracle.residual(of: solution, for: right) <= 1e-12)
    }
  }

  @Test("the dense form has every entry where it belongs")
  func dense() {
    var matrix = ArrowMatrix(
      cornerCount: 2, reachingColumns: [1], reachingRows: [0], bandCount: 3)
    matrix.corner = [1, 2, 3, 4]
    matrix.columns = [[5, 6, 7]]
    matrix.rows = [[8, 9, 10]]
    matrix.band = [[99, 11, 12], [13, 14, 15], [16, 17, 99]]
    let expected: [[Double]] = [
      [1, 2, 8, 9, 10],
      [3, 4, 0, 0, 0],
      [0, 5, 13, 16, 0],
      [0, 6, 11, 14, 17],
      [0, 7, 0, 12, 15],
    ]
    #expect(matrix.dense() == expected)
  }
}

@Suite("Arrow factors where pivots vanish")
struct VanishingPivotTests {
  /// A tridiagonal band with 1 - J of the given first and last diagonal entries.
  private func matrix(diagonal: [Double]) -> ArrowMatrix {
    var matrix = ArrowMatrix(
      cornerCount: 1, reachingColumns: [0], reachingRows: [0], bandCount: diagonal.count)
    matrix.corner = [-1]
    matrix.columns = [diagonal.map { _ in 0.25 }]
    matrix.rows = [diagonal.map { _ in 0.5 }]
    matrix.band[0] = diagonal.map { _ in -1 }
    matrix.band[1] = diagonal.map { 1 - $0 }
    matrix.band[2] = diagonal.map { _ in -2 }
    return matrix
  }

  @Test(
    "a regular matrix is solved though a pivot of the sweep is zero",
    arguments: [[0, 3, 4, 5, 6], [3, 4, 5, 6, 0], [2, 1, 5, 4, 3], [0, 1]])
  func zeroPivot(diagonal: [Double]) throws {
    let matrix = matrix(diagonal: diagonal)
    let oracle = DenseOracle(newtonMatrixOf: matrix.dense(), gamma: 1)
    let right = (0..<matrix.count).map { Double($0) - 1.5 }
    let solution = try #require(matrix.solution(for: right, gamma: 1))
    #expect(oracle.residual(of: solution, for: right) <= 1e-12)
  }

  @Test("a singular band is said to be so", arguments: [1, 2])
  func singularBand(halfWidth: Int) {
    var matrix = ArrowMatrix(
      cornerCount: 1, reachingColumns: [], reachingRows: [], bandCount: 5, halfWidth: halfWidth)
    matrix.band[halfWidth] = [0, 0, 1, 0, 0]
    #expect(matrix.solution(for: [1, 1, 1, 1, 1, 1], gamma: 1) == nil)
  }

  @Test("a singular corner is said to be so")
  func singularCorner() {
    var matrix = ArrowMatrix(
      cornerCount: 1, reachingColumns: [], reachingRows: [], bandCount: 2)
    matrix.corner = [1]
    #expect(matrix.solution(for: [1, 1, 1], gamma: 1) == nil)
  }
}
