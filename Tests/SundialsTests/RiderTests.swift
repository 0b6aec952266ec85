import Oracles
import Sundials
import Testing

@Suite("What rides on an arrow, against a dense LAPACK solve")
struct RiderTests {
  private func matrix(
    band: Int, halfWidth: Int, riders: [Bool], using numbers: inout SeededNumbers
  ) -> ArrowMatrix {
    let plain = ArrowMatrix.random(
      corner: 4, band: band, halfWidth: halfWidth, using: &numbers)
    var matrix = ArrowMatrix(
      cornerCount: 4, reachingColumns: plain.reachingColumns, reachingRows: [0, 1, 2, 3],
      bandCount: band, halfWidth: halfWidth,
      riders: riders.map {
        .random(band: band, halfWidth: halfWidth, isHeld: $0, using: &numbers)
      })
    matrix.corner = plain.corner
    // Nothing acts on the balance, and nothing reads it.
    for slot in 0..<4 { (matrix.corner[4 + slot], matrix.corner[4 * slot + 1]) = (0, 0) }
    matrix.columns = plain.columns
    for (place, slot) in plain.reachingColumns.enumerated() where slot == 1 {
      matrix.columns[place] = matrix.columns[place].map { _ in 0 }
    }
    for place in [0, 2, 3] { matrix.rows[place] = (0..<band).map { _ in numbers.number(-1, 1) } }
    matrix.band = plain.band
    return matrix
  }

  @Test(
    "one solve gives corner, band and riders", arguments: [1, 2], [0, 1, 2, 3, 7, 40])
  func solution(halfWidth: Int, band: Int) throws {
    for isHeld in [false, true] {
      var numbers = SeededNumbers(seed: UInt64(100 * band + halfWidth))
      let matrix = matrix(band: band, halfWidth: halfWidth, riders: [isHeld], using: &numbers)
      for gamma in [1e-3, 0.3] {
        let right = (0..<matrix.count).map { _ in numbers.number(-1, 1) }
        let oracle = DenseOracle(newtonMatrixOf: matrix.dense(), gamma: gamma)
        let solution = try #require(matrix.solution(for: right, gamma: gamma))
        #expect(oracle.residual(of: solution, for: right) <= 1e-12)
        let expected = try #require(oracle.solution(for: right))
        #expect(
          DenseOracle.distance(solution, expected)
            <= 1e-14 * max(100, Double(matrix.count) * oracle.conditionNumber))
      }
    }
  }

  @Test("the sum of feed, balance and what counts is kept to round-off")
  func conservation() throws {
    var numbers = SeededNumbers(seed: 4)
    let matrix = matrix(band: 50, halfWidth: 1, riders: [false], using: &numbers)
    let right = (0..<matrix.count).map { _ in numbers.number(-1, 1) }
    let solution = try #require(matrix.solution(for: right, gamma: 100))
    func sum(_ x: [Double]) -> Double { x[0] + x[1] + x[54..<154].reduce(0, +) }
    #expect(abs(sum(solution) - sum(right)) <= 1e-12)
  }
}
