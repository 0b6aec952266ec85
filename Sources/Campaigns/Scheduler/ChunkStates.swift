/// Where every run of a chunk stands, as the chunk's latest attempt and its holder tell.
struct ChunkStates {
  private let results: [Int: RunState]
  private let last: LastAttempt?
  private let holder: Holder

  /// Who holds a chunk.
  enum Holder {
    case nobody
    case living
    /// Neither computer nor scheduler can tell.
    case unknown
    case dead
  }

  init(results: ChunkResults, holder: Holder) {
    self.results = results.runs.mapValues { $0.record.status == .done ? .done : .failed }
    last = results.last
    self.holder = holder
  }

  init(_ survey: ChunkSurvey, holder: Holder) {
    var results: [Int: RunState] = [:]
    for failure in survey.tally.failed {
      for run in failure.runs.indices { results[run] = .failed }
    }
    for run in survey.tally.done.indices { results[run] = .done }
    self.results = results
    last = survey.last
    self.holder = holder
  }

  subscript(run: Int) -> RunState {
    if let result = results[run] { return result }
    guard let last, last.header?.runs.contains(run) != false else { return .pending }
    switch holder {
    case .living, .unknown: return last.runningRun == run ? .running : .claimed
    case .dead: return .lost
    case .nobody: return last.end?.stop?.isTimeout == true ? .timedOut : .pending
    }
  }
}
