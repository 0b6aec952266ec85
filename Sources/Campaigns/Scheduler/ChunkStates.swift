/// Where every run of a chunk stands, as the chunk's latest attempt and its holder tell.
struct ChunkStates {
  let results: ChunkResults
  let holder: Holder

  /// Who holds a chunk.
  enum Holder {
    case nobody
    case living
    /// Neither computer nor scheduler can tell.
    case unknown
    case dead
  }

  subscript(run: Int) -> RunState {
    if let record = results.runs[run]?.record { return record.status == .done ? .done : .failed }
    guard let last = results.last, last.header?.runs.contains(run) != false else {
      return .pending
    }
    switch holder {
    case .living, .unknown: return last.runningRun == run ? .running : .claimed
    case .dead: return .lost
    case .nobody: return last.end?.stop?.isTimeout == true ? .timedOut : .pending
    }
  }
}

extension ChunkResults.LastAttempt {
  /// The run in the making: that of the last sign of life, or the one after the last that ended.
  var runningRun: Int? { beat?.run ?? header?.runs.indices.first }
}

extension ChunkResults {
  /// Who holds the chunk, asked of the computer and of those who run tasks.
  func holder(_ life: TaskLife) -> ChunkStates.Holder {
    guard let last, last.attempt.state == .running else { return .nobody }
    guard let header = last.header else { return .unknown }
    if let isThere = header.worker.isThere { return isThere ? .living : .dead }
    guard let submission = header.submission, let task = header.task,
      let lives = life(submission, task)
    else { return .unknown }
    return lives ? .living : .dead
  }
}
