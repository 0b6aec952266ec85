import Foundation
import Results

/// Runs the points of one chunk after another; every thread of a campaign uses the same one.
struct ChunkWorker<Runner: PointRunner>: Sendable {
  let directory: CampaignDirectory
  let plan: Plan
  let planDigest: String
  let points: DesignedPoints
  let runner: Runner
  let retry: Retry
  let queue: ChunkQueue

  /// Makes the runs of a chunk that earlier attempts have left.
  func work(on chunk: Int, after attempts: [Attempt]) throws(CampaignError) {
    let stored = try ChunkResults(attempts, planDigest: planDigest)
    let remaining = plan.runs(ofChunk: chunk).filter { index in
      guard let record = stored.runs[index]?.record else { return true }
      if record.status == .failed && retry == .failed { return true }
      queue.count(record.status, restored: true)
      return false
    }
    guard !remaining.isEmpty else { return }
    let number = (attempts.last?.number ?? 0) + 1
    let header = ShardHeader(
      plan: planDigest, chunk: chunk, attempt: number,
      host: ProcessInfo.processInfo.hostName,
      process: ProcessInfo.processInfo.processIdentifier)
    let names = ShardNames(chunk: chunk, attempt: number, in: directory.shards)
    guard var writer = try ShardWriter.claim(names, header: header) else { return }
    let identities = try SystemFile(directory.identities, .reading)
    for index in remaining {
      guard !queue.isStopping, try make(index, identities, &writer) else { return }
    }
    try writer.finish()
  }

  /// Makes one run and keeps its result; false where it was given up.
  private func make(
    _ index: Int, _ identities: borrowing SystemFile, _ writer: inout ShardWriter
  ) throws(CampaignError) -> Bool {
    let (pointIndex, replicate) = index.quotientAndRemainder(dividingBy: plan.design.replicates)
    let identity = try directory.identity(ofPoint: pointIndex, in: identities)
    let point = PointRun(
      index: index, overrides: points.overrides(at: pointIndex), replicate: replicate,
      seed: identity.seed(ofSweep: plan.design.seed, replicate: replicate))
    let started = Date()
    let clock = ContinuousClock.now
    let outcome = outcome(of: point)
    guard let outcome else { return false }
    let record = RunRecord(
      index: index, status: outcome.status, values: outcome.values.map(\.value),
      reason: outcome.reason, started: started.timeIntervalSince1970,
      seconds: (ContinuousClock.now - clock) / .seconds(1))
    try writer.append(
      record, columns: outcome.values.map { ColumnName(name: $0.name, unit: $0.unit) },
      curves: outcome.curves)
    queue.count(outcome.status, restored: false)
    return true
  }

  private struct Outcome {
    var status: RunStatus
    var values: [FinalValue] = []
    var reason: String?
    var curves: TimeTable?
  }

  private func outcome(of point: PointRun) -> Outcome? {
    do {
      let result = try runner.run(point, cancellation: queue.cancellation)
      if let bad = result.values.first(where: { $0.value?.isFinite == false }) {
        return Outcome(
          status: .failed, reason: "\(bad.name) is not a finite number", curves: result.curves)
      }
      return Outcome(status: .done, values: result.values, curves: result.curves)
    } catch {
      switch error {
      case .failed(let reason, let curves):
        return Outcome(status: .failed, reason: reason, curves: curves)
      case .cancelled: return nil
      }
    }
  }
}

/// What all attempts at a chunk have left: of every run the result that counts.
struct ChunkResults {
  private(set) var runs: [Int: StoredRun] = [:]

  /// All records there are, also those that later ones replace.
  private(set) var history: [StoredRun] = []

  /// A later attempt replaces what an earlier one saw fail, never what it saw done.
  init(_ attempts: [Attempt], planDigest: String) throws(CampaignError) {
    for attempt in attempts {
      let shard = try ShardReader(attempt.path)
      guard shard.header?.plan == planDigest else { continue }
      history += shard.runs
      for run in shard.runs where runs[run.record.index]?.record.status != .done {
        runs[run.record.index] = run
      }
    }
  }
}
