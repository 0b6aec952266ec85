public import Optimizers

/// What is fitted: weighted residuals (model - datum) / σ as a function of the parameters.
///
/// A model is an immutable value that many threads may ask at once. Its residuals have one length
/// everywhere. One that draws random numbers must draw the same ones at every point, and is then
/// minimised by `DerivativeFree`.
public protocol ResidualModel: Sendable {
  /// In the order of `values` below.
  var parameters: [FitParameter] { get }

  /// The residuals at values in natural units.
  ///
  /// A point that cannot be computed throws, and the search goes elsewhere.
  func residuals(at values: [Double]) throws(ModelFailure) -> [Double]

  /// Residuals and their derivatives dr/dv in natural units, a row for each residual; nil where the
  /// model has none of its own, and differences take their place.
  func linearization(at values: [Double]) throws(ModelFailure) -> Evaluation?
}

extension ResidualModel {
  public func linearization(at values: [Double]) throws(ModelFailure) -> Evaluation? { nil }
}

/// Why there are no residuals at a point.
public struct ModelFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public let reason: String

  public init(_ reason: String) {
    self.reason = reason
  }

  public var description: String { reason }
}
