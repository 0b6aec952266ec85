public import Synthesis

/// How far a run is.
public struct BalanceProgress: Sendable {
  /// Simulated time, s.
  public let time: Double
  /// The simulated time at which the run ends, s.
  public let end: Double
  public let steps: Int
  /// The largest cluster resolved, units.
  public let largest: Int
}

/// Whether a run goes on.
public enum Continuation: Sendable {
  case proceed
  case cancel
}

extension Experiment {
  /// Integrates the mean of the kinetics.
  ///
  /// What goes wrong underway ends up in the trajectory's interruption, with all that was reached.
  /// `observe` hears of every step, and may end the run after it.
  public func balance(observe: (BalanceProgress) -> Continuation = { _ in .proceed }) -> Trajectory
  {
    switch grid.kind {
    case .exact, .hybrid:
      var run = BalanceRun<GridBalance>(self)
      run.integrate(observe)
      return run.trajectory
    case .moving:
      var run = BalanceRun<MovingBalance>(self)
      run.integrate(observe)
      return run.trajectory
    }
  }
}
