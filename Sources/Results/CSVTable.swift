/// A table as text: columns named `name [unit]`, one row a line.
public struct CSVTable: Sendable, Equatable, Encodable {
  public var header: [String]
  public var rows: [[String]]

  public init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// Columns of numbers, of which a missing one leaves its field empty.
  public init(columns: [(name: String, unit: String, values: [Double?])]) {
    header = columns.map { "\($0.name) [\($0.unit)]" }
    let count = columns.map(\.values.count).max() ?? 0
    rows = (0..<count).map { row in
      columns.map { column in
        guard row < column.values.count, let value = column.values[row] else { return "" }
        return Self.field(value)
      }
    }
  }

  /// The table as a file holds it.
  public var text: String {
    ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// The shortest text that reads back as the same number.
  public static func field(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
