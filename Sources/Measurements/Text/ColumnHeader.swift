/// A line that names columns, with the units that it states.
struct ColumnHeader: Equatable {
  struct Column: Equatable {
    var name: String
    var unit: String?
  }

  var columns: [Column]

  /// Reads "q (1/Angstrom), Intensity (arb)", "Q[nm-1];I;Error" and the like; nil for a line that
  /// does not name this many columns.
  init?(_ line: String, count: Int) {
    let marked = line.split(omittingEmptySubsequences: false) { ",;\t".contains($0) }
    let cells = marked.count == count ? marked : Self.words(line[...])
    guard cells.count == count else { return nil }
    columns = cells.map(Self.column)
    guard columns.allSatisfy({ !$0.name.isEmpty && NumberFields.number(Substring($0.name)) == nil })
    else { return nil }
  }

  /// Whether it names q and intensity, and so is more than a line of words above the numbers.
  var namesCurve: Bool {
    let roles = columns.map { ColumnRole(name: $0.name) }
    return roles.contains(.q) && roles.contains(.intensity)
  }

  /// Words parted by white space, each with the brackets that follow it.
  static func words(_ line: Substring) -> [Substring] {
    var words: [Substring] = []
    var depth = 0
    var start: Substring.Index?
    for index in line.indices {
      let character = line[index]
      if "([{".contains(character) {
        depth += 1
        if start == nil, let last = words.popLast() { start = last.startIndex }
      }
      if ")]}".contains(character) { depth -= 1 }
      let parts = depth <= 0 && (character.isWhitespace || ",;".contains(character))
      if parts, let begun = start {
        words.append(line[begun..<index])
        start = nil
      } else if !parts, start == nil {
        start = index
      }
    }
    if let start { words.append(line[start...]) }
    return words
  }

  private static func column(_ cell: Substring) -> Column {
    let text = cell.trimming { $0.isWhitespace || "\"'<>".contains($0) }
    guard let open = lastBracket(in: text) else { return Column(name: String(text), unit: nil) }
    let unit = text[text.index(after: open)...].dropLast()
    let name = text[..<open].trimming(\.isWhitespace)
    // "I(q)" is a name, not a unit.
    if unit.lowercased() == "q" { return Column(name: String(text), unit: nil) }
    return Column(name: String(name), unit: String(unit))
  }

  /// Where the bracket opens that closes at the end.
  private static func lastBracket(in text: Substring) -> Substring.Index? {
    guard let last = text.last, ")]".contains(last) else { return nil }
    var depth = 0
    for index in text.indices.reversed() {
      if ")]".contains(text[index]) { depth += 1 }
      if "([".contains(text[index]) { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
