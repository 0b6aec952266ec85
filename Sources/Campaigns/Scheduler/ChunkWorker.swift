/// Makes the runs of one chunk after another; every thread of a process uses the same one.
struct ChunkWorker<Runner: PointRunner>: Sendable {
  let campaign: Campaign
  let runner: Runner
  let assignment: Assignment
  let queue: ChunkQueue
  let heartbeat: Heartbeat
  let watch: ClaimWatch

  private var directory: CampaignDirectory { campaign.directory }

  /// Makes the runs of a chunk that are asked for, unless another holds it.
  func work(on chunk: Int) throws(CampaignError) {
    let attempts = try directory.attempts(ofChunk: chunk)
    let found = try ChunkResults(attempts, planDigest: campaign.planDigest, .outcomes)
    guard let holder = free(found) else { return leave(chunk, found) }
    let states = ChunkStates(results: found, holder: holder)
    let wanted = campaign.plan.runs(ofChunk: chunk).filter { run in
      isWanted(run, states[run], found)
    }
    guard !wanted.isEmpty else { return queue.restore(found.tally) }
    guard let writer = try claim(chunk, after: attempts, wanted) else {
      return queue.putBack(chunk, for: Self.soon)
    }
    queue.restore(found.tally(without: wanted))
    heartbeat.begin(writer)
    defer { heartbeat.end(writer) }
    try make(wanted, of: chunk, writer)
  }

  /// Who holds the chunk, where that is nobody who lives.
  private func free(_ found: ChunkResults) -> ChunkStates.Holder? {
    // No other thread of this process looks at the chunk, so a claim of its own is one that it dropped.
    if found.last?.header?.worker == .own, found.last?.attempt.state == .running { return .dead }
    switch found.holder(assignment.life) {
    case .nobody: return .nobody
    case .dead: return .dead
    case .living: return nil
    case .unknown:
      guard let last = found.last else { return .nobody }
      let beat = last.header?.beat ?? assignment.beat
      return watch.isDead(last.attempt, beat: beat) ? .dead : nil
    }
  }

  /// A chunk in other hands: looked at again later, or left to them.
  private func leave(_ chunk: Int, _ found: ChunkResults) {
    let isKnown = if case .living = found.holder(assignment.life) { true } else { false }
    guard assignment.held == .awaited || !isKnown else { return queue.restore(found.tally) }
    queue.putBack(chunk, for: isKnown ? Self.later : min(Self.later, assignment.beat))
  }

  /// Seconds until a chunk that another has just claimed, or holds, is looked at again.
  private static var soon: Double { 0.05 }
  private static var later: Double { 0.5 }

  private func isWanted(_ run: Int, _ state: RunState, _ found: ChunkResults) -> Bool {
    guard assignment.selection.asks(for: state) else { return false }
    guard state == .failed, let submission = assignment.submission else { return true }
    return found.runs[run]?.header.submission != submission
  }

  private func claim(_ chunk: Int, after attempts: [Attempt], _ runs: [Int])
    throws(CampaignError) -> ShardWriter?
  {
    let number = (attempts.last?.number ?? 0) + 1
    let header = ShardHeader(
      plan: campaign.planDigest, chunk: chunk, attempt: number, worker: .own,
      submission: assignment.submission, task: assignment.task, settings: assignment.settings,
      runs: IndexRanges(runs), beat: assignment.beat)
    return try ShardWriter.claim(
      ShardNames(chunk: chunk, attempt: number, in: directory.shards), header: header)
  }

  /// Makes the runs until all are made or somebody asks to stop.
  private func make(_ runs: [Int], of chunk: Int, _ writer: ShardWriter) throws(CampaignError) {
    let maker = RunMaker(campaign: campaign, runner: runner, assignment: assignment, queue: queue)
    let identities = try SystemFile(directory.identities, .reading)
    var made = MadeRuns()
    for index in runs {
      guard !queue.isStopping,
        let record = try maker.make(index, identities, writer)
      else {
        return try end(chunk, writer, made, queue.cancellation.reason ?? .cancelled)
      }
      made.count(record)
      queue.count(record.status)
    }
    try end(chunk, writer, made, nil)
  }

  private func end(_ chunk: Int, _ writer: ShardWriter, _ made: MadeRuns, _ stop: StopReason?)
    throws(CampaignError)
  {
    let all = try ChunkResults(
      try directory.attempts(ofChunk: chunk), planDigest: campaign.planDigest, .outcomes)
    try writer.close(
      AttemptEnd(
        done: made.done, failed: made.failed, seconds: made.seconds, stop: stop, chunk: all.tally))
  }
}

/// What one attempt has made so far.
private struct MadeRuns {
  private(set) var done = 0
  private(set) var failed = 0
  private(set) var seconds = 0.0

  mutating func count(_ record: RunRecord) {
    if record.status == .failed { failed += 1 } else { done += 1 }
    seconds += record.seconds
  }
}
