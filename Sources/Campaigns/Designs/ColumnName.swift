/// The head of a table column: a name, and the unit of its numbers in brackets.
struct ColumnName: Sendable, Hashable, Codable {
  var name: String
  /// Nothing for a column of text; "1" for numbers without dimension.
  var unit: String?

  init(name: String, unit: String?) {
    self.name = name
    self.unit = unit
  }

  /// Reads `name [unit]`; brackets that touch the name, as in `reaction[0]`, belong to it.
  init(_ text: String) {
    let trimmed = text.trimmingSpaces
    guard trimmed.hasSuffix("]"), let bracket = trimmed.lastIndex(of: "["),
      bracket > trimmed.startIndex, trimmed[trimmed.index(before: bracket)] == " "
    else {
      self.init(name: trimmed, unit: nil)
      return
    }
    let unit = trimmed[trimmed.index(after: bracket)...].dropLast()
    self.init(name: String(trimmed[..<bracket]).trimmingSpaces, unit: String(unit))
  }

  var text: String { unit.map { "\(name) [\($0)]" } ?? name }

  func value(ofCell cell: String) -> String {
    let trimmed = cell.trimmingSpaces
    guard let unit, unit != "1", !unit.isEmpty, !trimmed.isEmpty else { return trimmed }
    return "\(trimmed) \(unit)"
  }
}

extension String {
  var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    return String(String(start.reversed()).drop { $0.isWhitespace }.reversed())
  }
}
