/// Whether a run goes on.
public enum Continuation: Sendable {
  case proceed
  case cancel
}
