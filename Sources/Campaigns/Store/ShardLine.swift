import Foundation
import Results

/// One line of a shard, with its own checksum, so that what was cut short is not read.
///
/// The first 16 digits of the SHA-256 of the text, a space, the text, a newline. The text is a
/// word and what it announces: JSON, or the parts of a run or of its curves between tabs.
enum ShardLine: Sendable, Equatable {
  case shard(ShardHeader)
  case columns([ColumnName])
  case curveHeads([CurveHead])
  case curves(CurveRecord)
  case run(RunRecord)
  case beat(Beat)
  case end(AttemptEnd)

  var bytes: [UInt8] {
    let content = Array(text.utf8)
    return Self.seal(of: content) + [Self.space] + content + [Self.newline]
  }

  /// Nothing where the seal is broken.
  init?(_ bytes: ArraySlice<UInt8>, _ detail: ShardDetail = .everything) {
    guard bytes.count > Self.sealLength, bytes[bytes.startIndex + Self.sealLength] == Self.space
    else { return nil }
    let content = Array(bytes.dropFirst(Self.sealLength + 1))
    guard Array(bytes.prefix(Self.sealLength)) == Self.seal(of: content) else { return nil }
    let text = String(decoding: content, as: UTF8.self)
    guard let end = text.firstIndex(of: " ") else { return nil }
    let rest = text[text.index(after: end)...]
    switch text[..<end] {
    case "shard":
      guard let header = Self.decoded(ShardHeader.self, rest) else { return nil }
      self = .shard(header)
    case "columns":
      guard let columns = Self.decoded([ColumnName].self, rest) else { return nil }
      self = .columns(columns)
    case "curve-heads":
      guard let heads = Self.decoded([CurveHead].self, rest) else { return nil }
      self = .curveHeads(heads)
    case "curves":
      guard let record = CurveRecord(text: rest) else { return nil }
      self = .curves(record)
    case "run":
      guard let record = RunRecord(text: rest, detail) else { return nil }
      self = .run(record)
    case "beat":
      guard let beat = Self.decoded(Beat.self, rest) else { return nil }
      self = .beat(beat)
    case "end":
      guard let end = Self.decoded(AttemptEnd.self, rest) else { return nil }
      self = .end(end)
    default: return nil
    }
  }

  static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let sealLength = 16

  private var text: String {
    switch self {
    case .shard(let header): "shard \(Self.encoded(header))"
    case .columns(let columns): "columns \(Self.encoded(columns))"
    case .curveHeads(let heads): "curve-heads \(Self.encoded(heads))"
    case .curves(let record): "curves \(record.text)"
    case .run(let record): "run \(record.text)"
    case .beat(let beat): "beat \(Self.encoded(beat))"
    case .end(let end): "end \(Self.encoded(end))"
    }
  }

  private static func seal(of content: [UInt8]) -> [UInt8] {
    Array(SHA256.digits(of: content).utf8.prefix(sealLength))
  }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: Substring) -> Value? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
