/// What becomes of a run, as who observes it decides.
public enum Continuation: Sendable {
  case proceed
  /// It goes on once its state is kept.
  case keep
  /// It ends, once its state is kept: another run can go on from there.
  case pause
  /// It ends with what was reached.
  case cancel

  /// Whether the run goes on.
  public var goesOn: Bool { self == .proceed || self == .keep }
}
