/// The head of a table column: a name, and the unit of its numbers in brackets.
struct ColumnName: Sendable, Hashable, Codable {
  var name: String
  /// Nothing for a column of text; "1" for numbers without dimension.
  var unit: String?

  init(name: String, unit: String?) {
    self.name = name
    self.unit = unit
  }

  var text: String { unit.map { "\(name) [\($0)]" } ?? name }
}
