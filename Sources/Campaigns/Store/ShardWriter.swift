import Results
import Synchronization

/// The one writer of a shard: it appends each finished run at once, and signs of life between them.
///
/// A line that the disk has no room for is taken back, so that all lines before it can be read.
final class ShardWriter: Sendable {
  private struct State: ~Copyable {
    let file: SystemFile
    var length = 0
    var columns: [ColumnName]?
    var heads: [CurveHead]?
    var beats = 0
    var run: (index: Int, since: ContinuousClock.Instant)?
    var isOver = false

    mutating func append(_ bytes: [UInt8]) throws(CampaignError) {
      guard !isOver else { return }
      do throws(CampaignError) {
        try file.append(bytes)
      } catch {
        file.truncate(to: length)
        throw error
      }
      length += bytes.count
    }
  }

  private let names: ShardNames
  private let state: Mutex<State>

  /// Claims an attempt at a chunk; nothing where another process has claimed it.
  static func claim(_ names: ShardNames, header: ShardHeader) throws(CampaignError)
    -> ShardWriter?
  {
    guard let file = try SystemFile.claim(names.running) else { return nil }
    // Between the look at the folder and the claim another may have made the same attempt and ended it.
    guard !SystemFile.exists(names.finished), !SystemFile.exists(names.stopped) else {
      SystemFile.remove(names.running)
      return nil
    }
    let writer = ShardWriter(file: file, names: names)
    do throws(CampaignError) {
      try writer.append(.shard(header))
    } catch {
      SystemFile.remove(names.running)
      throw error
    }
    return writer
  }

  private init(file: consuming SystemFile, names: ShardNames) {
    state = Mutex(State(file: file))
    self.names = names
  }

  private func append(_ line: ShardLine) throws(CampaignError) {
    try state.withLock { (state) throws(CampaignError) in try state.append(line.bytes) }
  }

  /// Says which run is made from now on.
  func begin(_ index: Int) {
    state.withLock { $0.run = (index, .now) }
  }

  /// Writes a run in one go: what names its numbers where that is new, its curves, its record.
  func append(
    _ record: RunRecord, columns newColumns: [ColumnName], curves: TimeTable? = nil
  ) throws(CampaignError) {
    try state.withLock { (state) throws(CampaignError) in
      var bytes: [UInt8] = []
      if record.status == .done && newColumns != state.columns {
        bytes = ShardLine.columns(newColumns).bytes
      }
      if let curves {
        let newHeads = CurveHead.all(of: curves)
        if newHeads != state.heads { bytes += ShardLine.curveHeads(newHeads).bytes }
        bytes += ShardLine.curves(CurveRecord(index: record.index, curves)).bytes
        state.heads = newHeads
      }
      try state.append(bytes + ShardLine.run(record).bytes)
      if record.status == .done { state.columns = newColumns }
      state.run = nil
    }
  }

  /// Writes a sign of life; that there is no room for one stops nothing.
  func beat() {
    state.withLock { state in
      state.beats += 1
      let beat = Beat(
        count: state.beats, run: state.run?.index,
        seconds: state.run.map { (ContinuousClock.now - $0.since) / .seconds(1) } ?? 0)
      try? state.append(ShardLine.beat(beat).bytes)
    }
  }

  /// Says that this attempt writes no more, whole or stopped.
  func close(_ end: AttemptEnd) throws(CampaignError) {
    try state.withLock { (state) throws(CampaignError) in
      try state.append(ShardLine.end(end).bytes)
      state.isOver = true
      try state.file.synchronize()
    }
    let name = end.stop == nil ? names.finished : names.stopped
    // A name that is taken stays with what it has; this attempt is read under the name of its claim.
    guard !SystemFile.exists(name) else { return }
    try SystemFile.rename(names.running, to: name)
  }
}
