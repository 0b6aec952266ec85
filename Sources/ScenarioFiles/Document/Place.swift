/// Where something stands: a stretch of one line of a source.
public struct Place: Sendable {
  public let source: Source
  /// Counted from 1; zero where the source has no lines.
  public let line: Int
  /// Counted from 1, in code points.
  public let column: Int
  /// Code points, at least 1.
  public let length: Int

  public init(_ source: Source, line: Int = 0, column: Int = 0, length: Int = 1) {
    self.source = source
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// A stretch inside a quoted text that stands here in one line without escapes, or else the whole.
  func inside(_ text: String, from offset: Int, length: Int) -> Place {
    guard self.length == text.unicodeScalars.count + 2 else { return self }
    return Place(source, line: line, column: column + 1 + offset, length: length)
  }
}
