import Foundation
import Workers

extension Campaign {
  /// Runs all that has no result yet and says how far the campaign has come.
  ///
  /// `progress` is called after every run, from the threads that run them.
  public func run(
    jobs: Int, retrying retry: Retry = .nothing, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (CampaignProgress) -> Void = { _ in }
  ) throws(CampaignError) -> CampaignProgress {
    try run(
      jobs: jobs, chunks: Array(0..<plan.chunkCount), retrying: retry,
      cancellation: cancellation, progress: progress)
  }

  /// Runs the chunks in the order given.
  func run(
    jobs: Int, chunks: [Int], retrying retry: Retry, cancellation: Cancellation,
    progress: @escaping @Sendable (CampaignProgress) -> Void
  ) throws(CampaignError) -> CampaignProgress {
    let attempts = try directory.attempts()
    let queue = ChunkQueue(chunks, runs: plan.runs, cancellation: cancellation, report: progress)
    let worker = ChunkWorker(
      directory: directory, plan: plan, planDigest: planDigest, points: points, runner: runner,
      retry: retry, queue: queue)
    WorkerThreads.run(min(max(jobs, 1), max(chunks.count, 1))) {
      while let chunk = queue.nextChunk() {
        do throws(CampaignError) {
          try worker.work(on: chunk, after: attempts[chunk] ?? [])
        } catch {
          queue.fail(with: error)
        }
      }
    }
    return try queue.result()
  }
}

/// Which runs that have a result are made once more.
public enum Retry: Sendable {
  case nothing
  case failed
}

/// How far a campaign has come.
public struct CampaignProgress: Sendable, Equatable {
  /// Runs that are planned.
  public var runs: Int
  public var done = 0
  public var failed = 0
  /// Of those done or failed, the ones that were found there.
  public var restored = 0
  public var seconds = 0.0

  public var finished: Int { done + failed }
  public var pending: Int { runs - finished }

  /// Seconds to the end at the pace so far; nothing before the first run.
  public var secondsLeft: Double? {
    let made = finished - restored
    return made > 0 ? seconds / Double(made) * Double(pending) : nil
  }
}
