import Foundation
import Synchronization

/// The chunks still to be worked on, and the account of what was done: all that workers share.
final class ChunkQueue: Sendable {
  private struct State {
    var chunks: ArraySlice<Int>
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

  func nextChunk() -> Int? {
    isStopping ? nil : state.withLock { $0.chunks.popFirst() }
  }

  func count(_ status: RunStatus, restored: Bool) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let progress = state.withLock { state in
      if status == .failed { state.progress.failed += 1 } else { state.progress.done += 1 }
      if restored { state.progress.restored += 1 }
      state.progress.seconds = seconds
      return state.progress
    }
    if !restored { report(progress) }
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
