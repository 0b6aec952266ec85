/// Swift source text with its comments taken out, to look for words in the code alone.
struct SwiftCode {
  private(set) var withStrings = ""
  private(set) var withoutStrings = ""

  init(_ text: String) {
    var rest = Substring(text)
    while let character = rest.first {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("/*") {
        rest = Self.afterBlockComment(rest)
      } else if let literal = Self.stringLiteral(at: rest) {
        withStrings += literal
        withoutStrings += "\"\""
        rest = rest.dropFirst(literal.count)
      } else {
        withStrings.append(character)
        withoutStrings.append(character)
        rest.removeFirst()
      }
    }
  }

  private static func afterBlockComment(_ text: Substring) -> Substring {
    var rest = text.dropFirst(2)
    while !rest.isEmpty, !rest.hasPrefix("*/") { rest.removeFirst() }
    return rest.dropFirst(2)
  }

  /// The string literal that the text starts with, quotes included; a one-line literal ends with
  /// its line at the latest.
  private static func stringLiteral(at text: Substring) -> Substring? {
    let hashes = text.prefix { $0 == "#" }
    let afterHashes = text.dropFirst(hashes.count)
    guard afterHashes.first == "\"" else { return nil }
    let quotes = afterHashes.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    let end = quotes + hashes
    var rest = afterHashes.dropFirst(quotes.count)
    while !rest.isEmpty, !rest.hasPrefix(end) {
      if quotes.count == 1, rest.first == "\n" { return text[..<rest.startIndex] }
      rest = rest.dropFirst(hashes.isEmpty && rest.first == "\\" ? 2 : 1)
    }
    return text[..<rest.dropFirst(end.count).startIndex]
  }
}
