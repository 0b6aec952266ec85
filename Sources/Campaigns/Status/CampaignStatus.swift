/// Where a campaign stands: how many of its runs in which state, who works on them, what failed.
public struct CampaignStatus: Sendable {
  public let plan: Plan
  public private(set) var counts: [RunState: Int] = [:]
  /// Chunks that somebody holds, or held and was lost with.
  public private(set) var claims: [Claim] = []
  /// Mean time of a run, of those that were looked at.
  public private(set) var secondsPerRun: Double?
  public let submissions: [Submission]
  /// Runs that were stopped half-way and can go on from there.
  public let checkpoints: Int

  /// Of the runs that failed, by their reason as it was written.
  private(set) var failed: [String: [Int]] = [:]
  private(set) var done: [IndexRanges] = []

  /// An attempt at a chunk that has not come to its end.
  public struct Claim: Sendable {
    public let chunk: Int
    public let attempt: Int
    /// Nothing where the claim cannot be read.
    public let worker: WorkerProcess?
    public let submission: Int?
    public let task: Int?
    public let isLost: Bool
    /// The run in the making, and for how many seconds at the last sign of life.
    public let run: Int?
    public let seconds: Double
  }

  init(_ campaign: Campaign, life: TaskLife) throws(CampaignError) {
    plan = campaign.plan
    submissions = try campaign.directory.submissionList()
    checkpoints = campaign.directory.checkpointCount
    let attempts = try campaign.directory.attempts()
    let clock = FolderClock(campaign.directory.shards)
    var (made, seconds) = (0, 0.0)
    for chunk in 0..<plan.chunkCount {
      let survey = try ChunkSurvey(attempts[chunk] ?? [], planDigest: campaign.planDigest)
      let holder = Self.holder(survey.last, life, clock)
      count(survey, holder, plan.runs(ofChunk: chunk))
      made += survey.made
      seconds += survey.seconds
    }
    secondsPerRun = made > 0 ? seconds / Double(made) : nil
  }

  /// Who holds a chunk; where nobody can tell, the age of the last sign of life does.
  static func holder(_ last: LastAttempt?, _ life: TaskLife, _ clock: FolderClock)
    -> ChunkStates.Holder
  {
    guard let last else { return .nobody }
    let holder = last.holder(life)
    guard case .unknown = holder else { return holder }
    return clock.isSilent(last) ? .dead : .living
  }

  private mutating func count(
    _ survey: ChunkSurvey, _ holder: ChunkStates.Holder, _ runs: Range<Int>
  ) {
    let states = ChunkStates(survey, holder: holder)
    for run in runs { counts[states[run], default: 0] += 1 }
    done.append(survey.tally.done)
    for failure in survey.tally.failed {
      failed[failure.reason, default: []] += failure.runs.indices
    }
    guard let last = survey.last, last.attempt.state == .running else { return }
    let isLost = if case .dead = holder { true } else { false }
    let run = last.runningRun
    claims.append(
      Claim(
        chunk: last.attempt.chunk, attempt: last.attempt.number, worker: last.header?.worker,
        submission: last.header?.submission, task: last.header?.task, isLost: isLost, run: run,
        seconds: last.beat?.run == run ? last.beat?.seconds ?? 0 : 0))
  }
}

extension Campaign {
  /// Where it stands now, at a glance: of what is finished only the ends are read.
  ///
  /// - Parameter life: what schedulers know of tasks that hold chunks.
  public func status(life: TaskLife = { _, _ in nil }) throws(CampaignError) -> CampaignStatus {
    try CampaignStatus(self, life: life)
  }
}
