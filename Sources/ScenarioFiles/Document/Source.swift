/// A text that values of a scenario come from.
public final class Source: Sendable {
  /// What kind of text it is.
  public enum Kind: Sendable, Hashable {
    /// A file that people wrote.
    case file
    /// A `--set` on the command line, or a point of a sweep.
    case option
    /// What the program knows of a material.
    case material
    /// What holds where nobody says anything.
    case fallback
  }

  public let kind: Kind
  /// The file's path as it was given, "--set", the material's name, or "default".
  public let name: String
  public let text: String
  /// The texts of files that it names, where they are kept with it, by those names.
  let files: [String: String]

  public init(_ kind: Kind, name: String, text: String = "", files: [String: String] = [:]) {
    self.kind = kind
    self.name = name
    self.text = text
    self.files = files
  }

  /// A line of the text, counted from 1.
  func line(_ number: Int) -> String? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 1) else { return nil }
    return String(String.UnicodeScalarView(lines[number - 1].filter { $0 != "\r" }))
  }
}
