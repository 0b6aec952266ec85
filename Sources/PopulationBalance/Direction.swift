public import Synthesis

/// A parameter of an experiment, as the experiment a little below and a little above its value.
///
/// Whatever differs between the two is part of the derivative: laws, constants of the material,
/// contents, temperatures, seeds. Both differ from the experiment by a relative 1e-5 or so: what third
/// derivatives add grows with the square of that, what round-off adds with its inverse.
public struct Direction: Sendable {
  public var lower: Experiment
  public var upper: Experiment
  /// What the parameter differs by between the two, in its own unit.
  public var distance: Double
  /// A change of the parameter that matters, in its own unit: mostly its value.
  ///
  /// Tolerances are on derivatives times this.
  public var scale: Double

  public init(lower: Experiment, upper: Experiment, distance: Double, scale: Double) {
    self.lower = lower
    self.upper = upper
    self.distance = distance
    self.scale = scale
  }
}

extension Direction {
  /// A parameter with the experiments at p - h|p| and p + h|p|, made by `change`.
  ///
  /// - Parameters:
  ///   - value: the parameter's own, not zero.
  ///   - step: h.
  public init(
    of experiment: Experiment, at value: Double, step: Double = 1e-5,
    _ change: (inout Experiment, Double) -> Void
  ) {
    let (low, high) = (value - step * abs(value), value + step * abs(value))
    var (lower, upper) = (experiment, experiment)
    change(&lower, low)
    change(&upper, high)
    self.init(lower: lower, upper: upper, distance: high - low, scale: abs(value))
  }
}
