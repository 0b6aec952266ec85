/// What a file is by what it holds; its extension means nothing.
public enum FileContent: Sendable, Equatable {
  case hdf5
  case xml
  case text

  /// Looks at the first bytes of a file; nil where it cannot be read.
  public init?(of path: String) {
    guard let bytes = try? FileBytes.head(path) else { return nil }
    self.init(bytes)
  }

  init(_ bytes: [UInt8]) {
    let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]
    let places = [0, 512, 1024, 2048, 4096]
    if places.contains(where: { bytes.count > $0 && bytes[$0...].starts(with: signature) }) {
      self = .hdf5
      return
    }
    let head = DecodedText(Array(bytes.prefix(1024)))?.lines ?? []
    let first = head.first { !$0.allSatisfy(\.isWhitespace) }?.trimming(\.isWhitespace) ?? ""
    self = first.hasPrefix("<?xml") || first.hasPrefix("<SASroot") ? .xml : .text
  }
}
