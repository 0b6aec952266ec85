/// A chunk with runs that are asked for.
public struct ChunkWork: Sendable, Hashable {
  public let chunk: Int
  /// How many of its runs.
  public let runs: Int
}

extension Campaign {
  /// Chunks with runs that a selection asks for, in the order of the plan.
  ///
  /// - Parameter life: what schedulers know of tasks that hold chunks.
  public func remaining(_ selection: Selection, life: TaskLife) throws(CampaignError)
    -> [ChunkWork]
  {
    let attempts = try directory.attempts()
    var found: [ChunkWork] = []
    for chunk in 0..<plan.chunkCount {
      let results = try ChunkResults(attempts[chunk] ?? [], planDigest: planDigest)
      let states = ChunkStates(results: results, holder: results.holder(life))
      let runs = plan.runs(ofChunk: chunk).count { selection.asks(for: states[$0]) }
      if runs > 0 { found.append(ChunkWork(chunk: chunk, runs: runs)) }
    }
    return found
  }

  /// Mean time of a run as those made so far tell it, s; nothing before the first.
  public func secondsPerRun() throws(CampaignError) -> Double? {
    let attempts = try directory.attempts()
    let chunks = attempts.keys.sorted()
    let step = max(1, chunks.count / Self.chunksTimed)
    var (sum, count) = (0.0, 0)
    for place in stride(from: 0, to: chunks.count, by: step) {
      let results = try ChunkResults(attempts[chunks[place]] ?? [], planDigest: planDigest)
      for run in results.history where run.record.seconds.isFinite {
        sum += run.record.seconds
        count += 1
      }
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// More chunks than these tell no more of the time of a run.
  private static var chunksTimed: Int { 40 }
}
