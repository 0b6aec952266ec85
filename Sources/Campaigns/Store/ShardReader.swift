/// What a shard holds, up to its end or to the first line whose seal is broken.
struct ShardReader {
  var header: ShardHeader?
  var runs: [StoredRun] = []

  init(_ path: String) throws(CampaignError) {
    let bytes = try SystemFile.contents(of: path)
    var columns: [ColumnName] = []
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: ShardLine.newline),
      let line = ShardLine(bytes[start..<end])
    {
      start = end + 1
      switch line {
      case .shard(let header): self.header = header
      case .columns(let names): columns = names
      case .run(let record):
        guard let header, record.status != .done || record.values.count == columns.count
        else { return }
        runs.append(StoredRun(record: record, columns: columns, header: header))
      }
    }
  }
}

/// A finished run as it was found in a shard.
struct StoredRun {
  var record: RunRecord
  var columns: [ColumnName]
  var header: ShardHeader
}
