/// All results of a campaign as one table, read from its shards chunk by chunk.
///
/// Its rows and columns depend on what was found, and on nothing of how: not on the number of
/// workers, the chunks, the order, or on what was interrupted.
struct SweepTable {
  let directory: CampaignDirectory
  let plan: Plan
  let planDigest: String
  let points: DesignedPoints
  let attempts: [Int: [Attempt]]
  /// How far the shards had come when the table was begun; what they have since is for the next one.
  private let lengths: [Attempt: Int]
  let swept: [SweptColumn]
  /// Final values in the order in which the rows first have them.
  let finals: [ColumnName]
  /// What the rows have curves of, in the order in which they first have it.
  let curves: [CurveHead]
  /// The most times that any row has curves over.
  let times: Int
  /// Whether some row was made with other settings than the scenario's, by a retry.
  let hasSettings: Bool
  /// Who holds a chunk, or was killed while it did.
  let held: [ShardHeader]
  /// Records in all shards.
  let recordCount: Int

  init(
    _ directory: CampaignDirectory, plan: Plan, planDigest: String, points: DesignedPoints,
    units: some QuantityConverter
  ) throws(CampaignError) {
    self.directory = directory
    self.plan = plan
    self.planDigest = planDigest
    self.points = points
    let attempts = try directory.attempts()
    var lengths: [Attempt: Int] = [:]
    for attempt in attempts.values.joined() {
      lengths[attempt] = SystemFile.trace(of: attempt.path)?.length ?? 0
    }
    self.attempts = attempts
    self.lengths = lengths
    swept = points.columns(units)
    var finals: [ColumnName] = []
    var seen: Set<ColumnName> = []
    var last: [ColumnName] = []
    var recordCount = 0
    var layout = CurveLayout()
    var hasSettings = false
    var held: [ShardHeader] = []
    for chunk in attempts.keys.sorted() {
      let results = try ChunkResults(
        attempts[chunk] ?? [], planDigest: planDigest, lengths: lengths)
      recordCount += results.history.count
      if let last = results.last, last.attempt.state == .running, let header = last.header {
        held.append(header)
      }
      for index in results.runs.keys.sorted() {
        layout.fit(results.runs[index]?.curves)
        if results.runs[index]?.header.settings.isEmpty == false { hasSettings = true }
        guard let columns = results.runs[index]?.columns, columns != last else { continue }
        guard results.runs[index]?.record.status == .done else { continue }
        last = columns
        for column in columns where seen.insert(column).inserted { finals.append(column) }
      }
    }
    self.finals = finals
    curves = layout.heads
    times = layout.times
    self.hasSettings = hasSettings
    self.held = held
    self.recordCount = recordCount
  }

  /// Hands over the rows in their order, a chunk at a time.
  func forEachChunk(_ body: ([SweepRow], ChunkResults) throws(CampaignError) -> Void)
    throws(CampaignError)
  {
    let identities = try SystemFile(directory.identities, .reading)
    for chunk in 0..<plan.chunkCount {
      let results = try ChunkResults(
        attempts[chunk] ?? [], planDigest: planDigest, lengths: lengths)
      var rows: [SweepRow] = []
      for index in plan.runs(ofChunk: chunk) {
        rows.append(try row(index, results.runs[index], identities))
      }
      try body(rows, results)
    }
  }

  private func row(_ index: Int, _ run: StoredRun?, _ identities: borrowing SystemFile)
    throws(CampaignError) -> SweepRow
  {
    let (point, replicate) = index.quotientAndRemainder(dividingBy: plan.design.replicates)
    let identity = try directory.identity(ofPoint: point, in: identities)
    return SweepRow(
      index: index, identity: identity, replicate: replicate,
      seed: identity.seed(ofSweep: plan.design.seed, replicate: replicate),
      status: run?.record.status ?? .pending, settings: points.values(at: point),
      finals: aligned(run), reason: run?.record.reason,
      changes: run?.header.settings ?? [])
  }

  private func aligned(_ run: StoredRun?) -> [Double?] {
    guard let run, run.record.status == .done else {
      return [Double?](repeating: nil, count: finals.count)
    }
    guard run.columns != finals else { return run.record.values }
    let values = Dictionary(
      zip(run.columns, run.record.values), uniquingKeysWith: { first, _ in first })
    return finals.map { values[$0] ?? nil }
  }
}
