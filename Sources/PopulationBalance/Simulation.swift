import Kinetics
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

extension Experiment {
  /// Integrates the mean of the kinetics.
  ///
  /// What goes wrong underway ends up in the trajectory's interruption, with all that was reached.
  /// `observe` hears of every step, and may end the run after it.
  public func balance(observe: (BalanceProgress) -> Continuation = { _ in .proceed }) -> Trajectory
  {
    if let deep = dopants.first(where: { $0.law.needsDepth }) {
      return refused(
        "the law \"\(type(of: deep.law).name)\" asks how deep a dopant lies, which sums over "
          + "particles do not know; use run.engine = \"monte-carlo\"")
    }
    switch (grid.kind, reactor) {
    case (.exact, .tanks(let count)), (.hybrid, .tanks(let count)):
      var series = TankSeries<GridBalance>(self, count: count)
      series.integrate(observe)
      return series.trajectory
    case (.moving, .tanks):
      return refused("classes that move do not flow from tank to tank; use grid.kind = \"hybrid\"")
    case (.moving, _) where !dopants.isEmpty:
      return refused("classes that move carry no dopants; use grid.kind = \"hybrid\"")
    case (.exact, _), (.hybrid, _): return flask(of: GridBalance.self, observe)
    case (.moving, _): return flask(of: MovingBalance.self, observe)
    }
  }

  /// A run that does not begin.
  private func refused(_ reason: String) -> Trajectory {
    Recorder(self).trajectory(
      RunStatistics(), Interruption(cause: .failed, time: 0, reason: reason))
  }

  /// What one flask gives, or what leaves a tube whose elements are such flasks.
  private func flask<Balance: FlaskBalance>(
    of _: Balance.Type, _ observe: (BalanceProgress) -> Continuation
  ) -> Trajectory {
    guard reactor == .laminarTube else {
      var run = BalanceRun<Balance>(self)
      run.integrate(observe)
      return run.trajectory
    }
    let tube = LaminarTube(places: outputs)
    var run = BalanceRun<Balance>(element(in: tube))
    run.integrate(observe)
    return run.trajectory(mixing: tube.mixtures)
  }
}
