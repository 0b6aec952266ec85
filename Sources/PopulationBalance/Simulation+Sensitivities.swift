import Kinetics
public import Synthesis

extension Experiment {
  /// Integrates the mean of the kinetics with its derivatives to some parameters.
  ///
  /// Forward sensitivities, error-controlled beside the state: R. Serban, A. C. Hindmarsh, *Proc.
  /// IDETC/CIE 2005*, 257, doi:10.1115/DETC2005-85597. What goes wrong underway ends up in the
  /// trajectory's interruption, with all that was reached.
  public func balance(
    along directions: [Direction],
    observe: (BalanceProgress) -> Continuation = { _ in .proceed }
  ) throws(SensitivityRefusal) -> SensitiveTrajectory {
    if let refusal = refusal(along: directions) { throw refusal }
    var run = BalanceRun(self, SensitiveBalance(self, along: directions), keepingPopulations: true)
    run.integrate(observe)
    return run.sensitive
  }

  /// Why a run has no derivatives to these parameters; nil where it has.
  public func refusal(along directions: [Direction]) -> SensitivityRefusal? {
    if let obstacle { return SensitivityRefusal(reason: obstacle, direction: nil) }
    for (place, direction) in directions.enumerated() {
      if let obstacle = difference(in: direction.lower) ?? difference(in: direction.upper) {
        return SensitivityRefusal(reason: obstacle, direction: place)
      }
      guard direction.distance.isFinite, direction.distance != 0, direction.scale.isFinite,
        direction.scale > 0
      else {
        return SensitivityRefusal(
          reason: "the distance of its neighbours must be a number other than zero, and its scale "
            + "one above zero", direction: place)
      }
    }
    return nil
  }
}
