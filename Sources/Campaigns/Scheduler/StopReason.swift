/// Why a worker stops before its work is done.
public enum StopReason: String, Sendable, Hashable, Codable {
  case interrupted = "SIGINT"
  case terminated = "SIGTERM"
  case warned = "SIGUSR1"
  case warnedAgain = "SIGUSR2"
  case walltime
  case cancelled

  /// Whether time had run out, so that the run was good and only too long.
  public var isTimeout: Bool {
    switch self {
    case .warned, .warnedAgain, .walltime: true
    case .interrupted, .terminated, .cancelled: false
    }
  }
}
