/// Where in a shard the curves of a run lie, which are read only when they are needed.
struct StoredCurves: Sendable {
  let heads: [CurveHead]
  /// The times that the run has reached.
  let count: Int
  let attempt: Attempt
  /// The line without its end, bytes of the file.
  let line: Range<Int>

  /// A column of numbers for each head.
  func columns() throws(CampaignError) -> [[Double]] {
    let bytes = try attempt.read { (path) throws(CampaignError) in
      try SystemFile(path, .reading).bytes(at: line.lowerBound, count: line.count)
    }
    guard case .curves(let record)? = ShardLine(bytes[...]) else { throw damage }
    let columns = record.columns
    guard columns.count == heads.count, columns.allSatisfy({ $0.count == count }) else {
      throw damage
    }
    return columns
  }

  private var damage: CampaignError {
    .damaged(path: attempt.path, reason: "the curves of a run are not what was written")
  }
}
