public import Optimizers

/// Covariance of the parameters at a fit, (JᵀJ)⁻¹, by the singular values of J.
///
/// J has the rows of the priors, too. Parameters at a bound are held there: they have no error of their
/// own, and those of the others are what they would be with them fixed. Parameters along directions in
/// which nothing changes have none either.
public struct ParameterCovariance: Sendable {
  /// What the residuals' σ are taken to be.
  public enum ErrorScale: String, Sendable, Hashable, Codable {
    /// As they are given: plain (JᵀJ)⁻¹.
    case asGiven = "as-given"
    /// Right but for one common factor, which the fit itself tells: (JᵀJ)⁻¹ χ²/(N - p).
    case reducedChiSquare = "reduced-chi-square"
  }

  public let errorScale: ErrorScale
  /// What (JᵀJ)⁻¹ was multiplied by.
  public let factor: Double
  /// Parameters that have an error, and directions among them that the data tell apart.
  public let determined: [Int]
  public let heldAtBound: [Int]
  public let undetermined: [Int]
  public let rank: Int
  /// Of J with columns of unit length, over those not held; largest first.
  public let singularValues: [Double]
  /// Of the scaled parameters, among all; zero where there is none.
  public let scaledMatrix: DenseMatrix
  private let slopes: [Double]

  /// - Parameter tolerance: the share of the largest singular value below which a direction counts as
  ///   one in which nothing changes; beyond the noise of derivatives by differences.
  public init(
    _ sensitivity: Sensitivity, errorScale: ErrorScale = .asGiven, tolerance: Double = 1e-7
  ) throws(InferenceError) {
    let count = sensitivity.parameters.count
    let held = Set(sensitivity.atLower + sensitivity.atUpper)
    let open = (0..<count).filter { !held.contains($0) }
    let jacobian = sensitivity.data.above(sensitivity.priors).columns(open)
    let norms = (0..<open.count).map { column in
      jacobian.column(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let largest = norms.max() ?? 0
    let alive = open.indices.filter { norms[$0] > 1e-12 * largest }
    self.errorScale = errorScale
    factor = errorScale == .asGiven ? 1 : sensitivity.reducedChiSquare ?? .nan
    heldAtBound = held.sorted()
    let inverse = try Self.inverse(
      jacobian.columns(alive), norms: alive.map { norms[$0] }, tolerance: tolerance)
    rank = inverse.rank
    singularValues = inverse.values
    let lost = Set(inverse.undetermined.map { open[alive[$0]] })
    let dead = Set(open.indices.filter { !alive.contains($0) }.map { open[$0] })
    undetermined = lost.union(dead).sorted()
    let unknown = Set(undetermined)
    determined = open.filter { !unknown.contains($0) }
    var matrix = DenseMatrix(rowCount: count, columnCount: count)
    for (row, rowPlace) in alive.enumerated() where !lost.contains(open[rowPlace]) {
      for (column, columnPlace) in alive.enumerated() where !lost.contains(open[columnPlace]) {
        matrix[open[rowPlace], open[columnPlace]] = factor * inverse.matrix[row, column]
      }
    }
    scaledMatrix = matrix
    slopes = zip(sensitivity.parameters, sensitivity.values).map { $0.slope(atValue: $1) }
  }

  private struct Inverse {
    var matrix: DenseMatrix
    var rank: Int
    var values: [Double]
    var undetermined: [Int]
  }

  /// The pseudo-inverse of JᵀJ, and which columns take part in what it leaves out.
  private static func inverse(
    _ jacobian: DenseMatrix, norms: [Double], tolerance: Double
  ) throws(InferenceError) -> Inverse {
    let count = norms.count
    guard count > 0 else {
      return Inverse(
        matrix: DenseMatrix(rowCount: 0, columnCount: 0), rank: 0, values: [], undetermined: [])
    }
    let factors = try SingularValues.unitColumns(of: jacobian, norms: norms)
    let rank = factors.rank(above: tolerance)
    var matrix = DenseMatrix(rowCount: count, columnCount: count)
    for row in 0..<count {
      for column in 0..<count {
        var sum = 0.0
        for place in 0..<rank {
          let square = factors.values[place] * factors.values[place]
          sum += factors.directions[row, place] * factors.directions[column, place] / square
        }
        matrix[row, column] = sum / (norms[row] * norms[column])
      }
    }
    let undetermined = (0..<count).filter { row in
      (rank..<count).contains { abs(factors.directions[row, $0]) > 1e-3 }
    }
    return Inverse(
      matrix: matrix, rank: rank, values: factors.values, undetermined: undetermined)
  }

  /// Of the scaled parameter; on a logarithmic scale the relative error.
  public func scaledError(_ place: Int) -> Double? {
    determined.contains(place) ? scaledMatrix[place, place].squareRoot() : nil
  }

  /// In natural units; nil where the parameter is at a bound or not determined.
  public func standardError(_ place: Int) -> Double? {
    scaledError(place).map { $0 * slopes[place] }
  }

  /// In natural units.
  public func covariance(_ one: Int, _ other: Int) -> Double? {
    guard determined.contains(one), determined.contains(other) else { return nil }
    return scaledMatrix[one, other] * slopes[one] * slopes[other]
  }

  /// Of scaled parameters, and so of those in natural units to first order.
  public func correlation(_ one: Int, _ other: Int) -> Double? {
    guard let first = scaledError(one), let second = scaledError(other) else { return nil }
    return one == other ? 1 : scaledMatrix[one, other] / (first * second)
  }
}

extension SingularValues {
  /// Of a matrix whose columns are brought to unit length.
  static func unitColumns(
    of matrix: DenseMatrix, norms: [Double]
  ) throws(InferenceError) -> SingularValues {
    var unit = matrix
    for row in 0..<unit.rowCount {
      for column in norms.indices { unit[row, column] /= norms[column] }
    }
    do throws(OptimizerError) { return try SingularValues(of: unit) } catch {
      throw .linearAlgebra(error.description)
    }
  }
}
