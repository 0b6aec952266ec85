/// One value of comma-separated text, with its place.
struct Cell: Sendable {
  let text: String
  let place: Place
}

/// Comma-separated text as RFC 4180 has it, cell by cell; blank lines and lines that open with # are
/// skipped, and blanks around a value are not part of it.
struct CellText {
  private(set) var rows: [[Cell]] = []

  private let source: Source
  private var row: [Cell] = []
  private var text = ""
  private var line = 1
  private var column = 1
  /// Where the present cell begins, its blanks left out.
  private var start: (line: Int, column: Int)?
  private var isQuoted = false
  private var wasQuoted = false

  init(_ source: Source) throws(ScenarioError) {
    self.source = source
    var rest = Substring(source.text)
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    while let next = rest.popFirst() {
      switch next {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        column += 1
        text.append("\"")
      case "\"" where isQuoted || text.isEmpty:
        if !isQuoted { start = (line, column) }
        isQuoted.toggle()
        wasQuoted = true
      case "," where !isQuoted: endCell()
      case _ where next.isNewline && !isQuoted: endRow()
      case _ where next.isWhitespace && text.isEmpty && !isQuoted: break
      default:
        if start == nil { start = (line, column) }
        text.append(next)
      }
      advance(over: next)
    }
    guard !isQuoted else {
      throw .bad([
        ScenarioDiagnostic(
          "the quote is never closed", hint: "a quote inside a quoted value is written twice",
          at: place(length: 1))
      ])
    }
    if !row.isEmpty || !text.isEmpty || wasQuoted { endRow() }
  }

  private mutating func advance(over character: Character) {
    column += character.unicodeScalars.count
    if character.isNewline { (line, column) = (line + 1, 1) }
  }

  private mutating func endCell() {
    while !wasQuoted, text.last?.isWhitespace == true { text.removeLast() }
    let isOneLine = start.map { $0.line == line } ?? false
    let length = text.unicodeScalars.count + (wasQuoted ? 2 : 0)
    row.append(Cell(text: text, place: place(length: isOneLine ? length : 1)))
    (text, start, wasQuoted) = ("", nil, false)
  }

  private mutating func endRow() {
    let isBlank = row.isEmpty && text.isEmpty && !wasQuoted
    endCell()
    if !isBlank, row.first?.text.hasPrefix("#") != true { rows.append(row) }
    row = []
  }

  private func place(length: Int) -> Place {
    let (line, column) = start ?? (line, column)
    return Place(source, line: line, column: column, length: length)
  }
}
