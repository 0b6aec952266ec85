/// What is wrong with a data file, by its path in the file.
public struct CheckFinding: Sendable, Equatable {
  public enum Severity: String, Sendable {
    /// The definition demands it, or the numbers cannot be used.
    case error
    /// The definition recommends it, or some readers need it.
    case warning
  }

  public var severity: Severity
  /// "/entry/data/Q", or "/entry/data@signal" for an attribute.
  public var path: String
  public var message: String
  public var hint: String?
}

extension CheckFinding: CustomStringConvertible {
  public var description: String {
    "\(path): \(severity.rawValue): \(message)" + (hint.map { "\n  \($0)" } ?? "")
  }
}
