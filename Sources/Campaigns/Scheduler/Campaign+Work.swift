import Workers

extension Campaign {
  /// Makes the runs that it is asked for, as far as nobody else holds them, and says how far these
  /// have come.
  ///
  /// `progress` is called after every run, from the threads that run them.
  public func work(
    _ assignment: Assignment = Assignment(), by runner: some PointRunner, jobs: Int,
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (CampaignProgress) -> Void = { _ in }
  ) throws(CampaignError) -> CampaignProgress {
    let chunks = assignment.chunks ?? Array(0..<plan.chunkCount)
    let runs = chunks.reduce(0) { $0 + plan.runs(ofChunk: $1).count }
    let queue = ChunkQueue(chunks, runs: runs, cancellation: cancellation, report: progress)
    let worker = ChunkWorker(
      campaign: self, runner: runner, assignment: assignment, queue: queue,
      heartbeat: Heartbeat(every: assignment.beat), watch: ClaimWatch())
    WorkerThreads.run(min(max(jobs, 1), max(chunks.count, 1))) {
      while let chunk = queue.nextChunk() {
        do throws(CampaignError) {
          try worker.work(on: chunk)
        } catch {
          queue.fail(with: error)
        }
      }
    }
    return try queue.result()
  }
}
