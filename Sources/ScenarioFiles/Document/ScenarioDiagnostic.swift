/// Something to say of one place in a scenario.
public struct ScenarioDiagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  public let severity: Severity
  public let file: String
  /// Counted from 1; zero where the whole file is meant.
  public let line: Int
  public let column: Int
  /// What was wrong.
  public let message: String
  /// What would be right.
  public let hint: String?
  private let sourceLine: String?
  private let length: Int

  public init(
    _ message: String, hint: String? = nil, at place: Place, severity: Severity = .error
  ) {
    self.severity = severity
    self.message = message
    self.hint = hint
    file = place.source.name
    line = place.line
    column = place.column
    length = place.length
    sourceLine = place.source.line(place.line)
  }
}

extension ScenarioDiagnostic: CustomStringConvertible {
  /// "file:line:column: error: message", in one line.
  public var headline: String {
    let location = line > 0 ? "\(file):\(line):\(column)" : file
    return "\(location): \(severity.rawValue): \(message)"
  }

  /// The headline, the line of the source with a caret, and the hint.
  public var description: String {
    var lines = [headline]
    if let sourceLine, line > 0 {
      lines.append("  \(sourceLine)")
      lines.append("  \(margin(of: sourceLine))^\(String(repeating: "~", count: tail(sourceLine)))")
    }
    if let hint { lines.append("  \(hint)") }
    return lines.joined(separator: "\n")
  }

  private func margin(of text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? $0 : " " }))
  }

  private func tail(_ text: String) -> Int {
    max(0, min(length, text.unicodeScalars.count - column + 1) - 1)
  }
}
