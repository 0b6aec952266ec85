/// Comma-separated text as people and programs write it, with the line of each record.
struct DelimitedText {
  struct Record {
    let line: Int
    let fields: [String]
  }

  private(set) var records: [Record] = []

  /// Blank lines and lines that start with `#` are skipped.
  init(_ text: String) {
    var line = 1
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var start = 1
    for character in text {
      switch character {
      case "\"":
        isQuoted.toggle()
        field.append(character)
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\n", "\r\n":
        line += 1
        guard !isQuoted else {
          field.append("\n")
          continue
        }
        add(fields + [field], line: start)
        (fields, field, start) = ([], "", line)
      default: field.append(character)
      }
    }
    add(fields + [field], line: start)
  }

  private mutating func add(_ fields: [String], line: Int) {
    let fields = fields.map { Self.unquoted($0.trimmed) }
    guard fields != [""], !fields[0].hasPrefix("#") else { return }
    records.append(Record(line: line, fields: fields))
  }

  private static func unquoted(_ field: String) -> String {
    guard field.count >= 2, field.hasPrefix("\""), field.hasSuffix("\"") else { return field }
    return String(field.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
