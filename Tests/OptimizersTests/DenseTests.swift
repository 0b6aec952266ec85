import Optimizers
import Oracles
import Testing

@Suite struct DenseTests {
  @Test func singularValues() throws {
    var numbers = SeededNumbers(seed: 5)
    let rows = (0..<5).map { _ in (0..<5).map { _ in numbers.number(-1, 1) } }
    let factors = try SingularValues(of: DenseMatrix(rows: rows))
    let condition = factors.values[0] / factors.values[4]
    #expect(abs(condition / DenseOracle(rows).conditionNumber - 1) < 1e-10)
    // |A v| is the value of v.
    for place in 0..<5 {
      let product = DenseMatrix(rows: rows).times(factors.directions.column(place))
      let norm = product.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(norm - factors.values[place]) < 1e-12)
    }
    #expect(throws: OptimizerError.self) { try SingularValues(of: DenseMatrix(rows: [[.nan]])) }
    #expect(try SingularValues(of: DenseMatrix(rows: [[1, 2, 3]])).rank(above: 1e-9) == 1)
  }

  @Test func leastSquares() throws {
    var numbers = SeededNumbers(seed: 6)
    let rows = (0..<4).map { _ in (0..<4).map { _ in numbers.number(-1, 1) } }
    let right = (0..<4).map { _ in numbers.number(-1, 1) }
    let solution = try LinearLeastSquares(DenseMatrix(rows: rows), right).solution
    let reference = try #require(DenseOracle(rows).solution(for: right))
    #expect(DenseOracle.distance(solution, reference) < 1e-10)
  }

  /// Slopes of the losses against differences.
  @Test(arguments: [RobustLoss.huber(scale: 1.3), .softL1(scale: 0.7), .cauchy(scale: 2)])
  func losses(loss: RobustLoss) {
    for square in [0.1, 1.2, 9.0] {
      let (slope, bend) = loss.slopes(ofSquare: square)
      let step = 1e-5
      let (low, high) = (square - step, square + step)
      let rise = (loss.value(ofSquare: high) - loss.value(ofSquare: low)) / (2 * step)
      #expect(abs(slope - rise) < 1e-8)
      let turn = loss.slopes(ofSquare: high).first - loss.slopes(ofSquare: low).first
      #expect(abs(bend - turn / (2 * step)) < 1e-8)
    }
  }
}
