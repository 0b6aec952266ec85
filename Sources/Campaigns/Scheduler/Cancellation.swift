import Synchronization

/// A wish to stop soon, that any thread may voice and every run looks at.
public final class Cancellation: Sendable {
  private let wished = Atomic<Bool>(false)
  private let first = Mutex<StopReason?>(nil)

  public init() {}

  /// Asks to stop; the reason that counts is the one that came first.
  public func cancel(_ reason: StopReason = .cancelled) {
    first.withLock { $0 = $0 ?? reason }
    wished.store(true, ordering: .relaxed)
  }

  public var isCancelled: Bool { wished.load(ordering: .relaxed) }

  /// Why, once it is cancelled.
  public var reason: StopReason? { first.withLock { $0 } }
}
