import Inference
import ScenarioFiles

/// A series of measurements that the outputs of a run are compared with.
protocol FitTarget: Sendable {
  var name: String { get }
  var kind: FitSeries.Kind { get }
  /// What its values are in; "arbitrary" where no unit is known.
  var unit: String { get }
  /// When it was measured, s, in order.
  var times: [Double] { get }
  /// Terms that are found beside the parameters: scale, backgrounds.
  var termCount: Int { get }

  /// What the outputs at its times leave over, in standard deviations.
  func compare(_ outputs: [FitOutput]) throws(ModelFailure) -> FitComparison
}

/// Model and measurement of one series, side by side.
struct FitComparison: Sendable {
  var residuals: [Double]
  /// A column for each parameter; nil where the run has no derivatives.
  var slopes: [[Double]]?
  /// Of each time, point by point as they were measured.
  var curves: [FittedCurve]
  /// What multiplied the model, where anything did.
  var scale: Double?
}

/// What was measured at one time, and what the model gives.
public struct FittedCurve: Sendable {
  public let time: Double
  /// q in 1/m, wavelength or diameter in m; one value for a quantity.
  public let abscissa: [Double]
  public let data: [Double]
  public let deviation: [Double]
  /// With scale and backgrounds.
  public let model: [Double]
}
