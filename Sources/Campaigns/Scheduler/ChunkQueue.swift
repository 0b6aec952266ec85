import Foundation
import Synchronization

/// The chunks still to be worked on, and the account of what was done: all that workers share.
final class ChunkQueue: Sendable {
  private struct State {
    var chunks: ArraySlice<Int>
    /// Held by others, to be looked at again, the first first.
    var held: [(chunk: Int, due: ContinuousClock.Instant)] = []
    var busy = 0
    var progress: CampaignProgress
    var failure: CampaignError?
  }

  let cancellation: Cancellation
  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let report: @Sendable (CampaignProgress) -> Void

  init(
    _ chunks: [Int], runs: Int, cancellation: Cancellation,
    report: @escaping @Sendable (CampaignProgress) -> Void
  ) {
    self.cancellation = cancellation
    self.report = report
    state = Mutex(State(chunks: chunks[...], progress: CampaignProgress(runs: runs)))
  }

  /// Whether to begin no other run.
  var isStopping: Bool {
    cancellation.isCancelled || state.withLock { $0.failure != nil }
  }

  /// The next chunk to look at; waits for one that is held, and gives nothing when none is left.
  func nextChunk() -> Int? {
    while !isStopping {
      let next = state.withLock { state -> Next in
        if let chunk = state.chunks.popFirst() { return .chunk(chunk) }
        guard let first = state.held.first else { return .none }
        guard first.due <= .now else { return .wait }
        return .chunk(state.held.removeFirst().chunk)
      }
      switch next {
      case .chunk(let chunk): return chunk
      case .none: return nil
      case .wait: Thread.sleep(forTimeInterval: Self.pause)
      }
    }
    return nil
  }

  private enum Next {
    case chunk(Int)
    case wait
    case none
  }

  /// Seconds between two looks at the clock, while all that is left is held by others.
  private static let pause = 0.1

  /// Has a chunk looked at again after so many seconds.
  func putBack(_ chunk: Int, for seconds: Double) {
    state.withLock { state in
      state.held.append((chunk, .now + .seconds(seconds)))
      state.held.sort { $0.due < $1.due }
    }
  }

  /// Counts what was found of a chunk.
  func restore(_ tally: ChunkTally) {
    state.withLock { state in
      state.progress.done += tally.done.count
      state.progress.failed += tally.failedCount
      state.progress.restored += tally.done.count + tally.failedCount
    }
  }

  func count(_ status: RunStatus) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let progress = state.withLock { state in
      if status == .failed { state.progress.failed += 1 } else { state.progress.done += 1 }
      state.progress.seconds = seconds
      return state.progress
    }
    report(progress)
  }

  func fail(with error: CampaignError) {
    state.withLock { state in
      if state.failure == nil { state.failure = error }
    }
  }

  func result() throws(CampaignError) -> CampaignProgress {
    let (progress, failure) = state.withLock { ($0.progress, $0.failure) }
    if let failure { throw failure }
    return progress
  }
}
