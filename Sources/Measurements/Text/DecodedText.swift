/// Lines of text in whatever encoding a file has them.
struct DecodedText {
  /// Without their line ends, which may be of any kind.
  let lines: [Substring]
  /// The encoding that was found, in words.
  let encoding: String

  /// Reads UTF-8 and UTF-16, with a mark in front or without, and else takes Latin-1; nil for bytes
  /// that are not text.
  init?(_ bytes: [UInt8]) {
    guard let (text, encoding) = Self.decode(bytes) else { return nil }
    self.encoding = encoding
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func decode(_ bytes: [UInt8]) -> (String, String)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (String(decoding: bytes.dropFirst(3), as: UTF8.self), "UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return wide(bytes.dropFirst(2), lowFirst: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return wide(bytes.dropFirst(2), lowFirst: false) }
    let head = bytes.prefix(512)
    let zeros = head.enumerated().filter { $0.element == 0 }
    guard zeros.isEmpty else {
      let odd = zeros.count { $0.offset % 2 == 1 }
      guard 5 * zeros.count > 2 * head.count, odd == 0 || odd == zeros.count else { return nil }
      return wide(bytes[...], lowFirst: odd > 0)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (text, "UTF-8") }
    let controls = head.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A].contains($0) }
    guard controls == 0 else { return nil }
    let scalars = bytes.lazy.map { Character(Unicode.Scalar($0)) }
    return (String(scalars).replacing("\r\n", with: "\n"), "Latin-1")
  }

  private static func wide(_ bytes: ArraySlice<UInt8>, lowFirst: Bool) -> (String, String)? {
    let pairs = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return lowFirst ? first | second << 8 : second | first << 8
    }
    guard let text = String(validating: pairs, as: UTF16.self) else { return nil }
    return (text, "UTF-16")
  }
}
