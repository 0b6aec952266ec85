import Foundation

@testable import Campaigns

extension WorkerProcess {
  /// The first process of this computer, which always lives.
  static let living = WorkerProcess(
    host: own.host, process: 1, start: SystemProcess.start(of: 1) ?? "")
  /// One that was here, and whose number is now another's.
  static let dead = WorkerProcess(host: own.host, process: 1, start: "an earlier boot+1")
  static let far = WorkerProcess(host: "far", process: 7, start: "there+1")
}

extension Workbench {
  /// A campaign of 60 runs in chunks of 10, planned.
  static func plan(
    _ directory: CampaignDirectory, _ design: Design? = nil, chunkSize: Int = 10
  ) throws -> Campaign {
    var order = design.map { Self.order($0) } ?? Self.order()
    order.chunkSize = chunkSize
    return try Campaign(
      order, in: directory, entry: .fresh, by: Arithmetic(), units: MetricPrefixes())
  }

  /// A claim of all runs of a chunk, as a worker leaves it that writes on or was killed.
  @discardableResult
  static func claim(
    _ chunk: Int, of campaign: Campaign, by worker: WorkerProcess, submission: Int? = nil,
    task: Int? = nil, attempt: Int = 1, beat: Double = 0.02
  ) throws -> ShardWriter? {
    try ShardWriter.claim(
      ShardNames(chunk: chunk, attempt: attempt, in: campaign.directory.shards),
      header: ShardHeader(
        plan: campaign.planDigest, chunk: chunk, attempt: attempt, worker: worker,
        submission: submission, task: task,
        runs: IndexRanges(campaign.plan.runs(ofChunk: chunk)), beat: beat))
  }
}
