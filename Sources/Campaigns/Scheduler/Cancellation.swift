import Synchronization

/// A wish to stop soon, that any thread may voice and every run looks at.
public final class Cancellation: Sendable {
  private let wished = Atomic<Bool>(false)

  public init() {}

  public func cancel() { wished.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { wished.load(ordering: .relaxed) }
}
