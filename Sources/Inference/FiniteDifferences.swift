import RealModule

/// Steps for derivatives by differences, in scaled parameters.
///
/// Steps balance what noise and what curvature cost: h = ε^(1/3) for central and ε^(1/2) for forward
/// differences, times |x| or at least a thousandth.
public struct FiniteDifferences: Sendable, Hashable {
  public enum Order: String, Sendable, Hashable, Codable {
    /// Two residuals a parameter, and an error of h².
    case central
    /// One residual a parameter, and an error of h.
    case forward
  }

  public var order: Order
  /// ε: the relative noise of the residuals; of a simulation, about the tolerance of its integrator.
  public var noise: Double

  public init(order: Order = .central, noise: Double = 1e-15) {
    self.order = order
    self.noise = noise
  }

  func step(at x: Double, scale: ParameterScale) -> Double {
    let share = order == .central ? Double.root(noise, 3) : noise.squareRoot()
    // A logarithm has no size: a step is a relative change of its value.
    return share * (scale == .logarithmic ? 1 : max(abs(x), 1e-3))
  }
}
