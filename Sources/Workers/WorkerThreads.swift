import Foundation

/// Threads of their own for work that keeps a core busy for long.
public enum WorkerThreads {
  /// Room for the deepest solver; as much as the main thread has.
  private static let stackSize = 8 << 20

  /// Runs `body` on so many threads at once and returns when the last has ended.
  public static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    guard count > 1 else { return body() }
    let group = DispatchGroup()
    for _ in 0..<count {
      group.enter()
      let thread = Thread {
        body()
        group.leave()
      }
      thread.stackSize = stackSize
      thread.start()
    }
    group.wait()
  }
}
