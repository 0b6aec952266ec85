import Kinetics
import Testing

@testable import PopulationBalance

@Suite("The density at edges between cells")
struct EdgeWeightsTests {
  /// Sums of n^degree over what each cell holds.
  private func amounts(_ degree: Int, _ cells: SizeCells) -> [Double] {
    func power(_ x: Double, _ exponent: Int) -> Double {
      (0..<exponent).reduce(1) { product, _ in product * x }
    }
    return [0, 0]
      + (2...cells.count).map { cell in
        guard cells.isLattice else {
          return
            (power(cells.upperEdge(cell), degree + 1) - power(cells.lowerEdge(cell), degree + 1))
            / Double(degree + 1)
        }
        return ((cells.last(cell - 1) + 1)...cells.last(cell)).reduce(0) {
          $0 + power(Double($1), degree)
        }
      }
  }

  private func weighted(_ weights: SIMD8<Double>, _ edge: Int, _ amounts: [Double]) -> Double {
    (0..<6).reduce(0) { $0 + weights[$1] * amounts[edge - 2 + $1] }
  }

  @Test("without noise it is exact to the fourth power, from either side", arguments: 0...4)
  func wind(degree: Int) {
    var cells = SizeCells(smooth: 0.1)
    cells.grow(to: 100)
    var weights = EdgeWeights(hasNoise: false)
    weights.grow(to: cells)
    let amounts = amounts(degree, cells)
    for edge in 4...cells.count - 3 {
      let exact = (0..<degree).reduce(1.0) { product, _ in product * cells.upperEdge(edge) }
      #expect(abs(weighted(weights.fromBelow[edge], edge, amounts) / exact - 1) <= 1e-11)
      #expect(abs(weighted(weights.fromAbove[edge], edge, amounts) / exact - 1) <= 1e-11)
      #expect(weights.rise[edge] == .zero)
    }
  }

  @Test("with noise it and its rise are exact to the square, on whole sizes", arguments: 0...2)
  func noise(degree: Int) {
    var cells = SizeCells(unitCount: 20, ratio: 0.2)
    cells.grow(to: 400)
    var weights = EdgeWeights(hasNoise: true)
    weights.grow(to: cells)
    let amounts = amounts(degree, cells)
    for edge in 22...cells.count - 3 {
      let sizes = [Double(cells.last(edge)), Double(cells.last(edge) + 1)]
      let ends = sizes.map { size in (0..<degree).reduce(1.0) { product, _ in product * size } }
      for side in [weights.fromBelow[edge], weights.fromAbove[edge]] {
        #expect(abs(weighted(side, edge, amounts) / (0.5 * (ends[0] + ends[1])) - 1) <= 1e-11)
      }
      let rise = weighted(weights.rise[edge], edge, amounts)
      #expect(abs(rise - (ends[1] - ends[0])) <= 1e-11 * ends[1])
    }
  }
}
