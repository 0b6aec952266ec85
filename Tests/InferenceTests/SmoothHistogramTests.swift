import Foundation
import Inference
import Optimizers
import Testing

@Suite struct SmoothHistogramTests {
  private func bell(_ distance: Double, _ width: Double) -> Double {
    let z = distance / width
    return exp(-z * z)
  }

  /// Against scipy's.
  @Test func nonNegative() throws {
    let reference = try Oracle.read().nnls
    let matrix = DenseMatrix(
      rows: (0..<30).map { row in
        (0..<12).map { bell(Double(row) / 29 - Double($0) / 11, 0.15) }
      })
    let peaks = (0..<12).map { max(0, sin(Double($0) * 0.9)) }
    let right = zip(matrix.times(peaks), 0..<30).map { $0 + 0.2 * cos(3 * Double($1)) }
    let answer = try NonNegativeLeastSquares(matrix, right)
    #expect(zip(answer.solution, reference.solution).allSatisfy { abs($0 - $1) < 1e-8 })
    #expect(abs(answer.objective - reference.objective) < 1e-9)
    #expect(answer.positive.count < 12)
  }

  /// A bell behind a blurring kernel and a level, with errors of one standard deviation in turn.
  @Test(arguments: [SmoothHistogram.Roughness.size, .curvature])
  func behindABlur(roughness: SmoothHistogram.Roughness) throws {
    let (bins, count, sigma) = (24, 60, 0.02)
    let kernel = (0..<count).map { row -> [Double] in
      let blurred = (0..<bins).map { bell(Double(row) / 59 - Double($0) / 23, 0.1) }
      return blurred + [1]
    }
    let truth = (0..<bins).map { bell(Double($0) - 11, 3) } + [0.4]
    let matrix = DenseMatrix(rows: kernel.map { $0.map { $0 / sigma } })
    let noise = (0..<count).map { sin(Double($0) * 2.3) + cos(Double($0) * 1.1 + 0.4) }
    let data = zip(matrix.times(truth), noise).map { $0 + 0.9 * $1 }
    let histogram = try SmoothHistogram(
      kernel: matrix, data: data, extra: 1, roughness: roughness)
    #expect(histogram.isWithinErrors && histogram.aim == 60)
    #expect(histogram.chiSquare <= 60 && histogram.chiSquare > 59)
    #expect(histogram.bestChiSquare < histogram.chiSquare)
    #expect(histogram.weights.allSatisfy { $0 >= 0 })
    #expect(abs(histogram.weights[bins] - 0.4) < 0.05)
    let found = Array(histogram.weights.prefix(bins))
    let sum: Double = found.reduce(0, +)
    let trueSum: Double = truth.prefix(bins).reduce(0, +)
    #expect(abs(sum / trueSum - 1) < 0.05)
    var centre = 0.0
    for (bin, weight) in found.enumerated() { centre += Double(bin) * weight / sum }
    #expect(abs(centre - 11) < 0.3)
    #expect(histogram.errors.allSatisfy { $0 > 0 && $0.isFinite })
  }

  @Test func saysWhereNoHistogramFits() throws {
    let matrix = DenseMatrix(
      rows: (0..<20).map { row in (0..<5).map { 10 * bell(Double(row - 4 * $0), 4) } })
    let data = (0..<20).map { $0 % 2 == 0 ? 90.0 : -90 }
    let histogram = try SmoothHistogram(kernel: matrix, data: data)
    #expect(!histogram.isWithinErrors)
    #expect(histogram.chiSquare <= histogram.aim && histogram.aim > 20)
  }
}
