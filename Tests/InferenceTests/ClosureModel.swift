import Inference
import Optimizers

/// A model given by a closure.
struct ClosureModel: ResidualModel {
  let parameters: [FitParameter]
  let body: @Sendable ([Double]) throws(ModelFailure) -> [Double]

  init(
    _ parameters: [FitParameter],
    _ body: @escaping @Sendable ([Double]) throws(ModelFailure) -> [Double]
  ) {
    self.parameters = parameters
    self.body = body
  }

  func residuals(at values: [Double]) throws(ModelFailure) -> [Double] { try body(values) }
}

/// One with derivatives of its own.
struct DifferentiatedModel: ResidualModel {
  let model: ClosureModel
  let jacobian: @Sendable ([Double]) -> [[Double]]

  var parameters: [FitParameter] { model.parameters }

  func residuals(at values: [Double]) throws(ModelFailure) -> [Double] {
    try model.residuals(at: values)
  }

  func linearization(at values: [Double]) throws(ModelFailure) -> Evaluation? {
    Evaluation(
      residuals: try residuals(at: values), jacobian: DenseMatrix(rows: jacobian(values)))
  }
}
