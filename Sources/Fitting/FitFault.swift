/// What is wrong with data that a fit is to be made to: what, where, and what would be right.
public struct FitFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The series, or the file.
  public let subject: String
  public let message: String
  public let hint: String?
  /// Whether the data are not there at all.
  public let isMissing: Bool

  init(_ subject: String, _ message: String, hint: String? = nil, isMissing: Bool = false) {
    self.subject = subject
    self.message = message
    self.hint = hint
    self.isMissing = isMissing
  }

  public var description: String {
    "\(subject): \(message)" + (hint.map { "\n  \($0)" } ?? "")
  }
}
