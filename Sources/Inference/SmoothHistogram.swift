public import Optimizers
import RealModule

/// A non-negative histogram whose kernel gives the data, no rougher than the data ask.
///
///     min |(K w - y) / σ|² + λ |L w|²,   w ≥ 0
///
/// Data leave many histograms open, and the roughest fits best. λ is the largest with which the fit is
/// still as good as its errors say, χ² = N: V. A. Morozov, *Sov. Math. Dokl.* **7**, 414 (1966).
/// Where even λ = 0 does not reach N, the aim is its χ² times 1 + √(2/N).
public struct SmoothHistogram: Sendable {
  public enum Roughness: String, Sendable, Hashable, Codable {
    /// |w|: A. N. Tikhonov's.
    case size
    /// Second differences, with nothing beyond both ends.
    case curvature
  }

  public let weights: [Double]
  /// λ.
  public let strength: Double
  public let chiSquare: Double
  /// What χ² was to be, and what it is without regularisation.
  public let aim: Double
  public let bestChiSquare: Double
  /// Standard errors of the weights from the noise and the freedom that smoothness leaves,
  /// (KᵀK + λLᵀL)⁻¹ over the positive bins; a bin at zero has the one that it would have alone.
  public let errors: [Double]
  /// Of the weights, over the positive bins; zero where a bin is at zero.
  public let covariance: DenseMatrix

  /// Whether the data can be fitted within their errors at all, χ² ≤ N.
  public let isWithinErrors: Bool

  /// - Parameters:
  ///   - kernel: K/σ, a row for each datum; its columns decide in what unit the weights are smooth.
  ///   - data: y/σ.
  ///   - extra: the last so many columns are no bins: non-negative, and as rough as they like.
  public init(
    kernel: DenseMatrix, data: [Double], extra: Int = 0, roughness: Roughness = .curvature
  ) throws(InferenceError) {
    let bins = kernel.columnCount - extra
    guard bins >= 3 else { throw .badCount(what: "bins of a histogram", given: bins, least: 3) }
    guard data.count == kernel.rowCount else {
      throw .wrongCount(expected: kernel.rowCount, given: data.count)
    }
    let problem = try Compressed(kernel, data, extra: extra, roughness)
    let best = try problem.fit(0)
    let count = Double(data.count)
    isWithinErrors = best.chiSquare <= count
    aim = isWithinErrors ? count : best.chiSquare * (1 + (2 / count).squareRoot())
    bestChiSquare = best.chiSquare
    let chosen = try problem.strongest(reaching: aim)
    strength = chosen.strength
    weights = chosen.weights
    chiSquare = chosen.chiSquare
    (errors, covariance) = try problem.errors(chosen)
  }

  /// Of a quantity of the weights, by its derivatives by all of them.
  public func standardError(_ slopes: [Double]) -> Double {
    zip(slopes, covariance.times(slopes)).reduce(0) { $0 + $1.0 * $1.1 }.squareRoot()
  }
}

/// The kernel brought to a triangle, which has the same minima and costs no more with many data.
private struct Compressed {
  private let kernel: DenseMatrix
  private let data: [Double]
  /// What no weights can take away of χ².
  private let floor: Double
  private let roughness: DenseMatrix
  /// λ at which both terms weigh alike.
  private let balance: Double

  struct Solution {
    var strength: Double
    var weights: [Double]
    var positive: [Int]
    var chiSquare: Double
  }

  init(
    _ kernel: DenseMatrix, _ data: [Double], extra: Int, _ kind: SmoothHistogram.Roughness
  ) throws(InferenceError) {
    let (bins, all) = (kernel.columnCount - extra, kernel.columnCount)
    var roughness = DenseMatrix(rowCount: bins, columnCount: all)
    for bin in 0..<bins {
      roughness[bin, bin] = kind == .size ? 1 : -2
      if kind == .curvature, bin > 0 { roughness[bin, bin - 1] = 1 }
      if kind == .curvature, bin + 1 < bins { roughness[bin, bin + 1] = 1 }
    }
    self.roughness = roughness
    let square = { (numbers: [Double]) in numbers.reduce(0) { $0 + $1 * $1 } }
    balance = square(kernel.entries) / square(roughness.entries)
    guard kernel.rowCount > all else {
      (self.kernel, self.data, floor) = (kernel, data, 0)
      return
    }
    // Columns that look alike leave a triangle that no one may solve, but that is right as it is.
    let factors: (triangle: DenseMatrix, reduced: [Double])
    do throws(OptimizerError) {
      factors = try LinearLeastSquares.triangle(of: kernel, data)
    } catch { throw .linearAlgebra(error.description) }
    self.kernel = factors.triangle
    self.data = factors.reduced
    floor = max(0, square(data) - square(factors.reduced))
  }

  func fit(_ strength: Double) throws(InferenceError) -> Solution {
    var rows = kernel
    var right = data
    if strength > 0 {
      let root = strength.squareRoot()
      let smooth = DenseMatrix(
        rowCount: roughness.rowCount, columnCount: roughness.columnCount,
        entries: roughness.entries.map { root * $0 })
      rows = kernel.above(smooth)
      right += [Double](repeating: 0, count: roughness.rowCount)
    }
    let answer = try NonNegativeLeastSquares(rows, right)
    let rest = zip(kernel.times(answer.solution), data).map { $0 - $1 }
    return Solution(
      strength: strength, weights: answer.solution, positive: answer.positive,
      chiSquare: floor + rest.reduce(0) { $0 + $1 * $1 })
  }

  /// The largest λ with which χ² is no larger than the aim, to a per mille of χ²: it grows with λ.
  func strongest(reaching aim: Double) throws(InferenceError) -> Solution {
    var (low, high) = (Double.log(balance * 1e-14), Double.log(balance * 1e4))
    var chosen = try fit(.exp(low))
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let solution = try fit(.exp(middle))
      if solution.chiSquare <= aim {
        (low, chosen) = (middle, solution)
        if solution.chiSquare > 0.999 * aim { break }
      } else {
        high = middle
      }
    }
    return chosen
  }

  func errors(
    _ solution: Solution
  ) throws(InferenceError) -> (errors: [Double], covariance: DenseMatrix) {
    let root = solution.strength.squareRoot()
    let rows = kernel.above(
      DenseMatrix(
        rowCount: roughness.rowCount, columnCount: roughness.columnCount,
        entries: roughness.entries.map { root * $0 }))
    var errors = (0..<rows.columnCount).map { column in
      1 / rows.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    var covariance = DenseMatrix(rowCount: rows.columnCount, columnCount: rows.columnCount)
    guard !solution.positive.isEmpty else { return (errors, covariance) }
    let factors: SingularValues
    do throws(OptimizerError) {
      factors = try SingularValues(of: rows.columns(solution.positive))
    } catch { throw .linearAlgebra(error.description) }
    for (slot, place) in solution.positive.enumerated() {
      for (other, column) in solution.positive.enumerated() {
        covariance[place, column] = factors.values.indices.reduce(0.0) { sum, value in
          let square = factors.values[value] * factors.values[value]
          return sum + factors.directions[slot, value] * factors.directions[other, value] / square
        }
      }
      errors[place] = covariance[place, place].squareRoot()
    }
    return (errors, covariance)
  }
}
