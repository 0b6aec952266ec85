import Foundation

/// Rows of text in columns.
enum TableText {
  static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    return String(format: "%.5g", value)
  }

  /// With so many digits as say something beside the error.
  static func number(_ value: Double, error: Double?) -> String {
    guard let error, error > 0, error.isFinite else { return number(value) }
    return number(value) + " ± " + String(format: "%.2g", error)
  }

  static func share(_ value: Double) -> String { String(format: "%.3f", value) }

  /// Lined up on the right, but for the first column.
  static func lines(_ rows: [[String]], indent: Int = 2) -> [String] {
    var widths = [Int](repeating: 0, count: rows.map(\.count).max() ?? 0)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let air = String(repeating: " ", count: widths[column] - cell.count)
        return String(repeating: " ", count: indent) + (column == 0 ? cell + air : air + cell)
      }.joined()
    }
  }
}
