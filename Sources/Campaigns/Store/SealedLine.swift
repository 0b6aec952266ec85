import Foundation
import Results

/// A line of text with its own checksum, so that what was cut short or damaged is not read.
///
/// The first 16 digits of the SHA-256 of the text, a space, the text, a newline.
enum SealedLine {
  static func bytes(of line: ShardLine) throws(CampaignError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(line) else {
      throw .badDesign("a result holds a number that is not finite")
    }
    let content = [UInt8](text)
    return seal(of: content) + [space] + content + [newline]
  }

  /// The line, where its seal is whole.
  static func line(in bytes: ArraySlice<UInt8>) -> ShardLine? {
    guard bytes.count > sealLength, bytes[bytes.startIndex + sealLength] == space else {
      return nil
    }
    let content = Array(bytes.dropFirst(sealLength + 1))
    guard Array(bytes.prefix(sealLength)) == seal(of: content) else { return nil }
    return try? JSONDecoder().decode(ShardLine.self, from: Data(content))
  }

  static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let sealLength = 16

  private static func seal(of content: [UInt8]) -> [UInt8] {
    Array(SHA256.digits(of: content).utf8.prefix(sealLength))
  }
}
