import Dispatch
import Synchronization

/// Signs of life in every shard that this process writes, at even times, while it is kept.
final class Heartbeat: Sendable {
  private let writers = Mutex<[ObjectIdentifier: ShardWriter]>([:])
  private let interval: Double

  /// - Parameter seconds: between two signs.
  init(every seconds: Double) {
    interval = seconds
    schedule()
  }

  private func schedule() {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + interval) { [weak self] in
      self?.beat()
      self?.schedule()
    }
  }

  /// Keeps a writer alive from now on, and says so at once.
  func begin(_ writer: ShardWriter) {
    writer.beat()
    writers.withLock { $0[ObjectIdentifier(writer)] = writer }
  }

  func end(_ writer: ShardWriter) {
    writers.withLock { $0[ObjectIdentifier(writer)] = nil }
  }

  private func beat() {
    for writer in writers.withLock({ Array($0.values) }) { writer.beat() }
  }
}
