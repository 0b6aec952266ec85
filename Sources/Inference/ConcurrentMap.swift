import Synchronization
import Workers

/// The answers of independent pieces of work in the order of their numbers, however many share them.
package func concurrentMap<Answer: Sendable>(
  _ count: Int, jobs: Int, _ body: @escaping @Sendable (Int) -> Answer
) -> [Answer] {
  guard jobs > 1, count > 1 else { return (0..<count).map(body) }
  let desk = Desk<Answer>(count)
  WorkerThreads.run(min(jobs, count)) {
    while let number = desk.next() { desk.put(body(number), at: number) }
  }
  return desk.all
}

/// Hands out numbers and collects answers.
private final class Desk<Answer: Sendable>: Sendable {
  private let state: Mutex<(next: Int, answers: [Answer?])>

  init(_ count: Int) {
    state = Mutex((0, Array(repeating: nil, count: count)))
  }

  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.answers.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func put(_ answer: Answer, at number: Int) {
    state.withLock { $0.answers[number] = answer }
  }

  var all: [Answer] { state.withLock { $0.answers.compactMap { $0 } } }
}
