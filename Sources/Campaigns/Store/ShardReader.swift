/// What a shard holds, up to its end or to the first line whose seal is broken.
struct ShardReader {
  var header: ShardHeader?
  var runs: [StoredRun] = []

  init(_ path: String) throws(CampaignError) {
    let bytes = try SystemFile.contents(of: path)
    var columns: [ColumnName] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: SealedLine.newline),
      let line = SealedLine.line(in: bytes[start..<end])
    {
      start = end + 1
      if let header = line.shard { self.header = header }
      if let names = line.columns { columns = names }
      guard let record = line.run, let header else { continue }
      guard record.status != .done || record.values.count == columns.count else { return }
      runs.append(StoredRun(record: record, columns: columns, header: header))
    }
  }
}

/// A finished run as it was found in a shard.
struct StoredRun {
  var record: RunRecord
  var columns: [ColumnName]
  var header: ShardHeader
}
