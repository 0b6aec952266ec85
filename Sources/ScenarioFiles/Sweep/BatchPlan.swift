public import BatchSystems

/// What `[sweep.batch]` asks for.
public struct BatchPlan: Sendable, Equatable {
  public var engine: BatchEngine?
  public var resources = BatchResources()
  /// How long a task is to last, s.
  public var taskTime = 600.0
  /// A run expected to take longer is kept where its task ends, s.
  public var checkpointAfter = 600.0

  public init() {}
}
