/// What the program's exit code says.
enum ExitStatus: Int32 {
  case done = 0
  /// The solver, the physics or the memory failed.
  case runFailed = 1
  case somePointsFailed = 3
  case notConverged = 4
  case environment = 5
  case validationFaults = 6
  case usage = 64
  case badData = 65
  case inputMissing = 66
  case cannotCreate = 73
  case cannotWrite = 74
  case checkpointed = 75
  case interrupted = 130
  case terminated = 143
}

/// Why a command ends without what it was asked for.
struct Fault: Error {
  let status: ExitStatus
  /// What was wrong, where, and what would be right; empty where it has been said already.
  let message: String

  init(_ status: ExitStatus, _ message: String = "") {
    self.status = status
    self.message = message
  }
}
