/// What a scheduler knows of some jobs.
public enum QueueAnswer: Sendable, Equatable {
  /// All that waits or runs; what is not named has ended, or was forgotten after its end.
  case living([LivingTask])
  /// It did not answer, so nothing is known.
  case silent(reason: String)
}

/// A task that waits or runs.
public struct LivingTask: Sendable, Hashable {
  public let job: String
  /// In the scheduler's own count; none for what is no array.
  public let index: Int?
  public let isRunning: Bool

  public init(job: String, index: Int?, isRunning: Bool) {
    self.job = job
    self.index = index
    self.isRunning = isRunning
  }
}
