public import Checkpoints
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
    balance(continuing: nil, keep: { _ in }, observe: observe)
  }

  /// Integrates the mean of the kinetics, or the rest of it from a state that was kept.
  ///
  /// Where `observe` answers `keep` or `pause`, `keep` is handed the state after the last step. From there the
  /// integrator starts again, without its history: the rest agrees with that of a run that was never stopped
  /// within the tolerances, and the trajectory's statistics say that it was resumed.
  ///
  /// - Parameter kept: what `keep` was handed in an earlier run of the same experiment.
  public func balance(
    continuing kept: StateTape?, keep: (StateTape) -> Void,
    observe: (BalanceProgress) -> Continuation
  ) -> Trajectory {
    if let deep = dopants.first(where: { $0.law.needsDepth }) {
      return refused(
        "the law \"\(type(of: deep.law).name)\" asks how deep a dopant lies, which sums over "
          + "particles do not know; use run.engine = \"monte-carlo\"")
    }
    switch (grid.kind, reactor) {
    case (.exact, .tanks(let count)), (.hybrid, .tanks(let count)):
      var series = TankSeries<GridBalance>(self, count: count)
      series.integrate(from: kept, observe, keep)
      return series.trajectory
    case (.moving, .tanks):
      return refused("classes that move do not flow from tank to tank; use grid.kind = \"hybrid\"")
    case (.moving, _) where !dopants.isEmpty:
      return refused("classes that move carry no dopants; use grid.kind = \"hybrid\"")
    case (.exact, _), (.hybrid, _): return flask(of: GridBalance.self, kept, keep, observe)
    case (.moving, _): return flask(of: MovingBalance.self, kept, keep, observe)
    }
  }

  /// A run that does not begin.
  private func refused(_ reason: String) -> Trajectory {
    Recorder(self).trajectory(
      RunStatistics(), Interruption(cause: .failed, time: 0, reason: reason))
  }

  /// What one flask gives, or what leaves a tube whose elements are such flasks.
  private func flask<Balance: FlaskBalance & Keepable>(
    of _: Balance.Type, _ kept: StateTape?, _ keep: (StateTape) -> Void,
    _ observe: (BalanceProgress) -> Continuation
  ) -> Trajectory {
    guard reactor == .laminarTube else {
      var run = BalanceRun<Balance>(self)
      run.integrate(from: kept, observe, keep)
      return run.trajectory
    }
    let tube = LaminarTube(places: outputs)
    var run = BalanceRun<Balance>(element(in: tube))
    run.integrate(from: kept, observe, keep)
    return run.trajectory(mixing: tube.mixtures)
  }
}
