import Campaigns

/// What `sweep status` says to programs.
struct SweepStatusDocument: Encodable {
  struct Worker: Encodable {
    let chunk: Int
    let attempt: Int
    let host: String?
    let process: Int32?
    let submission: Int?
    let task: Int?
    let lost: Bool
    let run: Int?
    let seconds: Double
  }

  struct Failure: Encodable {
    let reason: String
    let count: Int
    let runs: String
    let traits: [String]
    let example: Example
  }

  struct Example: Encodable {
    let run: Int
    let point: Int
    let settings: [String: String]
    let reason: String
    let log: String?
    let tail: [String]
  }

  private enum CodingKeys: String, CodingKey {
    case directory
    case points
    case runs
    case chunks
    case states
    case secondsPerRun = "seconds_per_run"
    case workers
    case failures
    case submissions
    case checkpoints
    case queue
    case silences
  }

  let directory: String
  let points: Int
  let runs: Int
  let chunks: Int
  let states: [String: Int]
  let secondsPerRun: Double?
  let workers: [Worker]
  let failures: [Failure]
  let submissions: [Submission]
  let checkpoints: Int
  let queue: [Queue.Job]
  /// Why nothing is known of some of them.
  let silences: [String]

  init(
    _ status: CampaignStatus, _ failures: [FailureGroup], _ directory: CampaignDirectory,
    _ queue: Queue
  ) {
    self.directory = directory.path
    points = status.plan.points
    runs = status.plan.runs
    chunks = status.plan.chunkCount
    states = Dictionary(
      uniqueKeysWithValues: RunState.allCases.map { ($0.rawValue, status.counts[$0] ?? 0) })
    secondsPerRun = status.secondsPerRun
    workers = status.claims.map { claim in
      Worker(
        chunk: claim.chunk, attempt: claim.attempt, host: claim.worker?.host,
        process: claim.worker?.process, submission: claim.submission, task: claim.task,
        lost: claim.isLost, run: claim.run, seconds: claim.seconds)
    }
    self.failures = failures.map { group in
      let example = group.example
      return Failure(
        reason: group.reason, count: group.runs.count, runs: group.runs.text,
        traits: group.traits,
        example: Example(
          run: example.run, point: example.point,
          settings: Dictionary(
            example.settings.map { ($0.path, $0.value) }, uniquingKeysWith: { $1 }),
          reason: example.reason, log: example.log, tail: example.tail))
    }
    submissions = status.submissions
    checkpoints = status.checkpoints
    self.queue = queue.jobs
    silences = queue.silences
  }
}
