import Optimizers

/// How residuals answer to the scaled parameters at a fit, with bounds taken into account.
public struct Sensitivity: Sendable {
  public let parameters: [FitParameter]
  /// In natural units.
  public let values: [Double]
  /// Places of parameters at their lower and at their upper bound.
  public let atLower: [Int]
  public let atUpper: [Int]
  /// Derivatives of the data residuals by all scaled parameters; rows weighted as the loss asks.
  let data: DenseMatrix
  /// Those of the priors.
  let priors: DenseMatrix
  let reducedChiSquare: Double?

  /// Derivatives at the end of a fit, of which a parameter counts as at its bound when it is within a
  /// millionth of the range.
  public init(
    _ model: any ResidualModel, _ fit: Fit, settings: LeastSquares = LeastSquares()
  ) throws(InferenceError) {
    let problem = try ScaledProblem(model, settings)
    guard fit.values.count == problem.parameters.count else {
      throw .wrongCount(expected: problem.parameters.count, given: fit.values.count)
    }
    let x = problem.scaled(fit.values)
    let linearization: Evaluation
    do throws(ModelFailure) { linearization = try problem.linearization(x) } catch {
      throw .startFails(reason: error.reason)
    }
    let count = problem.parameters.count
    guard let jacobian = linearization.jacobian else {
      throw .startFails(reason: "the model gave no derivatives")
    }
    let dataCount = linearization.residuals.count - problem.priors.count
    var entries = Array(jacobian.entries.prefix(dataCount * count))
    for row in 0..<dataCount {
      let residual = linearization.residuals[row]
      let factor = settings.loss.rowFactor(ofSquare: residual * residual)
      guard factor != 1 else { continue }
      for column in 0..<count { entries[row * count + column] *= factor }
    }
    parameters = problem.parameters
    values = fit.values
    data = DenseMatrix(rowCount: dataCount, columnCount: count, entries: entries)
    priors = DenseMatrix(
      rowCount: problem.priors.count, columnCount: count,
      entries: Array(jacobian.entries.suffix(problem.priors.count * count)))
    reducedChiSquare = fit.reducedChiSquare
    atLower = x.indices.filter { problem.parameters[$0].isAtLower(x[$0]) }
    atUpper = x.indices.filter { problem.parameters[$0].isAtUpper(x[$0]) }
  }

  /// Euclidean norms of the columns of the data.
  var norms: [Double] {
    (0..<data.columnCount).map { column in
      (0..<data.rowCount).reduce(0) { $0 + data[$1, column] * data[$1, column] }.squareRoot()
    }
  }
}
