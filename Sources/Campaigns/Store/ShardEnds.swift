/// The first and the last line of a shard, whatever lies between.
enum ShardEnds {
  static func header(of attempt: Attempt) throws(CampaignError) -> ShardHeader? {
    var lines = try attempt.read { (path) throws(CampaignError) in
      try FileLines(path, block: 1 << 12)
    }
    guard let (bytes, _) = try lines.next(), case .shard(let header)? = ShardLine(bytes) else {
      return nil
    }
    return header
  }

  static func end(of attempt: Attempt, length: Int) throws(CampaignError) -> AttemptEnd? {
    let file = try SystemFile(attempt.path, .reading)
    var block = 1 << 12
    while true {
      let start = max(0, length - block)
      let tail = try file.bytes(at: start, count: length - start)
      guard tail.last == ShardLine.newline else { return nil }
      let body = tail.dropLast()
      if let before = body.lastIndex(of: ShardLine.newline) {
        guard case .end(let end)? = ShardLine(body[(before + 1)...]) else { return nil }
        return end
      }
      guard start > 0 else { return nil }
      block *= 4
    }
  }
}
