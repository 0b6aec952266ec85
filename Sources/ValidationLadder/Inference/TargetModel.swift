import Inference

/// A target of an inference: parameters, and residuals as a function of their values.
struct TargetModel: ResidualModel {
  let parameters: [FitParameter]
  private let body: @Sendable ([Double]) -> [Double]

  init(_ parameters: [FitParameter], _ body: @escaping @Sendable ([Double]) -> [Double]) {
    self.parameters = parameters
    self.body = body
  }

  /// The same with other bounds, starts and scales.
  func with(_ parameters: [FitParameter]) -> TargetModel { TargetModel(parameters, body) }

  func residuals(at values: [Double]) throws(ModelFailure) -> [Double] { body(values) }
}
