import Inference
import Optimizers
import Sampling

/// Draws around a fit from what its covariance says.
struct ParameterDraws {
  private let parameters: [FitParameter]
  private let best: [Double]
  private let root: [[Double]]
  private let seed: Int

  init(
    _ parameters: [FitParameter], _ best: [Double], _ covariance: ParameterCovariance, seed: Int
  ) {
    self.parameters = parameters
    self.best = best
    self.seed = seed
    root = Self.root(of: covariance)
  }

  /// The lower factor L of the covariance L Lᵀ; rows of what has no variance are empty.
  private static func root(of covariance: ParameterCovariance) -> [[Double]] {
    let matrix = covariance.scaledMatrix
    var root: [[Double]] = []
    for row in 0..<matrix.rowCount {
      var entries = [Double](repeating: 0, count: row + 1)
      for column in 0...row {
        let other = column == row ? entries : root[column]
        let rest = (0..<column).reduce(matrix[row, column]) { $0 - entries[$1] * other[$1] }
        let pivot = column == row ? max(rest, 0).squareRoot() : other[column]
        entries[column] = column == row ? pivot : pivot > 0 ? rest / pivot : 0
      }
      root.append(entries)
    }
    return root
  }

  /// - Returns: fewer where most draws leave the bounds.
  func draws(_ count: Int) -> [[Double]] {
    var stream = RandomStream(seed: UInt64(truncatingIfNeeded: seed), replicate: 0)
    var draws: [[Double]] = []
    for _ in 0..<20 * count where draws.count < count {
      let normals = parameters.indices.map { _ in stream.normal() }
      let values = parameters.indices.map { place in
        let shift = zip(root[place], normals).reduce(0) { $0 + $1.0 * $1.1 }
        return parameters[place].value(parameters[place].scaled(best[place]) + shift)
      }
      let areInside = zip(parameters, values).allSatisfy { $0.lower <= $1 && $1 <= $0.upper }
      if areInside { draws.append(values) }
    }
    return draws
  }
}
