/// A program with its arguments, as it is to be started; no shell reads it.
public struct BatchCommand: Sendable, Equatable {
  public var program: String
  public var arguments: [String]
  /// A file that it reads as its standard input.
  public var input: String?

  public init(_ program: String, _ arguments: [String], input: String? = nil) {
    self.program = program
    self.arguments = arguments
    self.input = input
  }

  /// As a person would type it.
  public var text: String {
    let words = ([program] + arguments).map(ShellText.quoted).joined(separator: " ")
    return input.map { words + " < " + ShellText.quoted($0) } ?? words
  }
}

/// What a command answered.
public struct CommandAnswer: Sendable, Equatable {
  public var status: Int32
  public var output: String
  public var complaint: String

  public init(status: Int32, output: String, complaint: String = "") {
    self.status = status
    self.output = output
    self.complaint = complaint
  }

  /// All that it said.
  public var said: String { output + complaint }

  var lines: [Substring] { output.split(whereSeparator: \.isNewline) }
}
