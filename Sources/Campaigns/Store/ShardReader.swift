/// What a shard holds, up to its end or to the first line whose seal is broken.
struct ShardReader {
  var header: ShardHeader?
  var runs: [StoredRun] = []
  var beat: Beat?
  /// What its writer said at its end; nothing where it was killed, or works on.
  var end: AttemptEnd?

  /// - Parameter length: how much of the file is looked at, which may grow meanwhile.
  init(_ attempt: Attempt, upTo length: Int = .max, _ detail: ShardDetail = .everything)
    throws(CampaignError)
  {
    var lines = try attempt.read { (path) throws(CampaignError) in try FileLines(path) }
    var columns: [ColumnName] = []
    var heads: [CurveHead] = []
    var curves: (index: Int, stored: StoredCurves)?
    while let (bytes, place) = try lines.next(), place.upperBound < length,
      let line = ShardLine(bytes, detail)
    {
      switch line {
      case .shard(let header): self.header = header
      case .columns(let names): columns = names
      case .curveHeads(let names): heads = names
      case .curves(let record):
        let stored = StoredCurves(heads: heads, count: record.count, attempt: attempt, line: place)
        curves = (record.index, stored)
      case .beat(let beat): self.beat = beat
      case .end(let end): self.end = end
      case .run(let record):
        guard let header,
          record.status != .done || detail == .outcomes || record.values.count == columns.count
        else { return }
        runs.append(
          StoredRun(
            record: record, columns: columns, header: header,
            curves: curves?.index == record.index ? curves?.stored : nil))
        curves = nil
      }
    }
  }
}

/// How much of a shard is wanted.
enum ShardDetail {
  case everything
  /// What became of the runs, and when: all but their values.
  case outcomes
}

/// A finished run as it was found in a shard.
struct StoredRun {
  var record: RunRecord
  var columns: [ColumnName]
  var header: ShardHeader
  var curves: StoredCurves?
}
