/// What all attempts at a chunk have left: of every run the result that counts.
struct ChunkResults {
  private(set) var runs: [Int: StoredRun] = [:]

  /// All records there are, also those that later ones replace.
  private(set) var history: [StoredRun] = []

  private(set) var last: LastAttempt?

  /// A later attempt replaces what an earlier one saw fail, never what it saw done.
  init(
    _ attempts: [Attempt], planDigest: String, lengths: [Attempt: Int] = [:],
    _ detail: ShardDetail = .everything
  ) throws(CampaignError) {
    for attempt in attempts {
      let shard = try ShardReader(attempt, upTo: lengths[attempt] ?? .max, detail)
      let isOurs = shard.header?.plan == planDigest
      last = LastAttempt(
        attempt: attempt, header: isOurs ? shard.header : nil, beat: shard.beat, end: shard.end,
        lastRun: shard.runs.last?.record.index)
      guard isOurs else { continue }
      history += shard.runs
      for run in shard.runs where runs[run.record.index]?.record.status != .done {
        runs[run.record.index] = run
      }
    }
  }

  /// Who holds the chunk, asked of the computer and of those who run tasks.
  func holder(_ life: TaskLife) -> ChunkStates.Holder { last?.holder(life) ?? .nobody }

  var tally: ChunkTally { tally(without: []) }

  /// What there is besides these runs.
  func tally(without excluded: [Int]) -> ChunkTally {
    let excluded = Set(excluded)
    var done: [Int] = []
    var failed: [String: [Int]] = [:]
    for (index, run) in runs where !excluded.contains(index) {
      if run.record.status == .done {
        done.append(index)
      } else {
        failed[run.record.reason ?? "", default: []].append(index)
      }
    }
    return ChunkTally(
      done: IndexRanges(done),
      failed: failed.keys.sorted().map {
        FailureTally(reason: $0, runs: IndexRanges(failed[$0] ?? []))
      })
  }
}
