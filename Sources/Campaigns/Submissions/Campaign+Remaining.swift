/// A chunk with runs that are asked for.
public struct ChunkWork: Sendable, Hashable {
  public let chunk: Int
  /// How many of its runs.
  public let runs: Int
}

extension Campaign {
  /// Chunks with runs that a selection asks for, in the order of the plan.
  ///
  /// Every line of every shard is looked at, so that what was damaged since is found.
  ///
  /// - Parameter life: what schedulers know of tasks that hold chunks.
  public func remaining(_ selection: Selection, life: TaskLife) throws(CampaignError)
    -> [ChunkWork]
  {
    let attempts = try directory.attempts()
    let clock = FolderClock(directory.shards)
    var found: [ChunkWork] = []
    for chunk in 0..<plan.chunkCount {
      let survey = try ChunkSurvey(ofEveryLine: attempts[chunk] ?? [], planDigest: planDigest)
      let holder = CampaignStatus.holder(survey.last, life, clock)
      let states = ChunkStates(survey, holder: holder)
      let runs = plan.runs(ofChunk: chunk).count { selection.asks(for: states[$0]) }
      if runs > 0 { found.append(ChunkWork(chunk: chunk, runs: runs)) }
    }
    return found
  }
}
