import Results

/// The one writer of a shard: it appends each finished run at once.
struct ShardWriter: ~Copyable {
  private let file: SystemFile
  private let names: ShardNames
  private var columns: [ColumnName]?
  private var heads: [CurveHead]?

  /// Claims an attempt at a chunk; nothing where another process has claimed it.
  static func claim(_ names: ShardNames, header: ShardHeader) throws(CampaignError)
    -> ShardWriter?
  {
    guard let file = try SystemFile.claim(names.running) else { return nil }
    let writer = ShardWriter(file: file, names: names)
    try writer.file.append(ShardLine.shard(header).bytes)
    return writer
  }

  private init(file: consuming SystemFile, names: ShardNames) {
    self.file = file
    self.names = names
  }

  /// Writes a run in one go: what names its numbers where that is new, its curves, its record.
  mutating func append(
    _ record: RunRecord, columns newColumns: [ColumnName], curves: TimeTable? = nil
  ) throws(CampaignError) {
    var bytes: [UInt8] = []
    if record.status == .done && newColumns != columns {
      bytes = ShardLine.columns(newColumns).bytes
      columns = newColumns
    }
    if let curves {
      let newHeads = CurveHead.all(of: curves)
      if newHeads != heads { bytes += ShardLine.curveHeads(newHeads).bytes }
      heads = newHeads
      bytes += ShardLine.curves(CurveRecord(index: record.index, curves)).bytes
    }
    try file.append(bytes + ShardLine.run(record).bytes)
  }

  /// Says that this attempt writes no more.
  consuming func finish() throws(CampaignError) {
    try file.synchronize()
    try SystemFile.rename(names.running, to: names.finished)
  }
}

/// Where an attempt at a chunk is written, and what it is called when it is finished.
struct ShardNames: Sendable, Equatable {
  let running: String
  let finished: String

  init(chunk: Int, attempt: Int, in directory: String) {
    let digits = String(chunk)
    let padding = String(repeating: "0", count: max(0, 5 - digits.count))
    let stem = "\(directory)/\(padding)\(digits)-\(attempt)"
    running = stem + Self.runningEnding
    finished = stem + Self.finishedEnding
  }

  static let runningEnding = ".running"
  static let finishedEnding = ".finished"
}
