/// What is known of a chunk at a glance.
struct ChunkSurvey {
  let tally: ChunkTally
  let last: LastAttempt?
  /// Runs of the attempts looked at, and the seconds that they took.
  let made: Int
  let seconds: Double

  /// Reads the end of the latest attempt alone where that says it all, and else every line.
  init(_ attempts: [Attempt], planDigest: String) throws(CampaignError) {
    if let survey = try Self(endOf: attempts, planDigest) {
      self = survey
    } else {
      try self.init(ofEveryLine: attempts, planDigest: planDigest)
    }
  }

  init(ofEveryLine attempts: [Attempt], planDigest: String) throws(CampaignError) {
    let results = try ChunkResults(attempts, planDigest: planDigest, .outcomes)
    tally = results.tally
    last = results.last
    made = results.history.count
    seconds = results.history.reduce(0) { $0 + $1.record.seconds }
  }

  private init?(endOf attempts: [Attempt], _ planDigest: String) throws(CampaignError) {
    guard let attempt = attempts.last, attempt.state != .running,
      let written = SystemFile.trace(of: attempt.path)
    else { return nil }
    // One that was taken for dead and wrote on knows more than the one that took over.
    for earlier in attempts.dropLast() {
      guard let trace = SystemFile.trace(of: earlier.path), trace.modified <= written.modified
      else { return nil }
    }
    guard let header = try ShardEnds.header(of: attempt), header.plan == planDigest,
      let end = try ShardEnds.end(of: attempt, length: written.length)
    else { return nil }
    tally = end.chunk
    last = LastAttempt(attempt: attempt, header: header, beat: nil, end: end, lastRun: nil)
    made = end.done + end.failed
    seconds = end.seconds
  }
}
