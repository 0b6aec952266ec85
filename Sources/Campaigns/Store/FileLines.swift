/// The lines of a file one after another, of which no more is held than the longest and a block.
struct FileLines: ~Copyable {
  private let file: SystemFile
  /// What was read; from `start` on it is not yet handed over, and that place in the file is `offset`.
  private var buffer: [UInt8] = []
  private var start = 0
  private var offset = 0

  private let block: Int

  /// - Parameter block: bytes that are read at a time, at least.
  init(_ path: String, block: Int = 1 << 16) throws(CampaignError) {
    file = try SystemFile(path, .reading)
    self.block = block
  }

  /// The next line that has an end, without it, and its place in the file; nothing after the last.
  mutating func next() throws(CampaignError) -> (bytes: ArraySlice<UInt8>, place: Range<Int>)? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: ShardLine.newline) {
        let line = buffer[start..<end]
        let place = offset..<(offset + line.count)
        start = end + 1
        offset = place.upperBound + 1
        return (line, place)
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.endIndex
      let more = try file.bytes(at: offset + buffer.count, count: max(block, buffer.count))
      guard !more.isEmpty else { return nil }
      buffer += more
    }
  }
}
