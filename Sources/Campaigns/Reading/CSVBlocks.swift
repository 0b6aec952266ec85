import Foundation

/// Comma-separated records of a file, read block by block: memory does not grow with the file.
struct CSVBlocks {
  private let file: FileHandle
  private var bytes: [UInt8] = []
  private var place = 0
  private var isAtEnd = false
  /// Where the fields of the last record lie, quotes included.
  private(set) var fields: [Range<Int>] = []

  private static let blockSize = 1 << 20
  private static let (comma, newline, quote, carriageReturn) = (
    UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "\r")
  )

  init(_ path: String) throws(CampaignError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .cannotRead(path: path, reason: "it cannot be opened")
    }
    self.file = file
  }

  /// Goes to the next record; false at the end.
  mutating func next() -> Bool {
    fields.removeAll(keepingCapacity: true)
    var (start, isQuoted) = (place, false)
    while true {
      guard place < bytes.count || fill(from: &start) else {
        guard place > start || !fields.isEmpty else { return false }
        fields.append(start..<place)
        return true
      }
      let byte = bytes[place]
      if byte == Self.quote {
        isQuoted.toggle()
      } else if !isQuoted, byte == Self.comma || byte == Self.newline {
        let isWindows =
          byte == Self.newline && place > start && bytes[place - 1] == Self.carriageReturn
        fields.append(start..<(isWindows ? place - 1 : place))
        start = place + 1
        if byte == Self.newline {
          place += 1
          return true
        }
      }
      place += 1
    }
  }

  /// Reads on, and forgets what came before the present record.
  private mutating func fill(from start: inout Int) -> Bool {
    guard !isAtEnd, let block = try? file.read(upToCount: Self.blockSize), !block.isEmpty else {
      isAtEnd = true
      return false
    }
    let first = fields.first?.lowerBound ?? start
    bytes.removeSubrange(..<first)
    bytes += block
    place -= first
    start -= first
    fields = fields.map { ($0.lowerBound - first)..<($0.upperBound - first) }
    return true
  }

  /// The text of a field, without its quotes.
  func text(_ field: Int) -> String {
    let raw = bytes[fields[field]]
    guard raw.count >= 2, raw.first == Self.quote, raw.last == Self.quote else {
      return String(decoding: raw, as: UTF8.self)
    }
    return String(decoding: raw.dropFirst().dropLast(), as: UTF8.self)
      .replacing("\"\"", with: "\"")
  }

  func isEmpty(_ field: Int) -> Bool { fields[field].isEmpty }
}
