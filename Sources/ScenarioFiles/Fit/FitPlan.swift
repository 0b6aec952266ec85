/// What `[fit]` asks for: which values are unknown, and which measurements tell of them.
public struct FitPlan: Sendable {
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Gradients, by forward sensitivities where the balance has them.
    case leastSquares = "least-squares"
    /// Function values alone, as realizations need it.
    case derivativeFree = "derivative-free"
  }

  public enum Loss: String, Sendable, Hashable, CaseIterable {
    case none
    case huber
    case softL1 = "soft-l1"
    case cauchy
  }

  /// A value of the scenario that is looked for.
  public struct Parameter: Sendable, Hashable {
    public enum Prior: Sendable, Hashable {
      /// Mean and standard deviation, in the parameter's unit.
      case normal(mean: Double, sd: Double)
      /// Median in the parameter's unit, and the standard deviation of the logarithm.
      case lognormal(median: Double, sigma: Double)
    }

    public let path: String
    /// What numbers are in, as the scenario wrote it; empty without one.
    public let unit: String
    public let lower: Double
    public let upper: Double
    public let start: Double
    public let isLogarithmic: Bool
    public let prior: Prior?

    /// A value as a scenario holds it.
    public func text(of value: Double) -> String { unit.isEmpty ? "\(value)" : "\(value) \(unit)" }
  }

  public let method: Method
  public let loss: Loss
  /// Residuals, in standard deviations, from which on a robust loss weighs less.
  public let lossScale: Double
  /// Places to start from; the first is the scenario's own.
  public let starts: Int
  public let seed: Int
  public let profiles: Bool
  /// Draws of each walker of the sampler; none for no sampling.
  public let samples: Int
  /// Runs for predictive bands.
  public let predictions: Int
  public let parameters: [Parameter]
  public let series: [FitSeries]
}
