import Foundation

/// What `describe` says of one law or material.
struct CatalogueEntry: Codable, CustomStringConvertible {
  struct Constant: Codable {
    let name: String
    let unit: String
    let meaning: String
    /// The value of a material; of a law, what holds where a scenario gives none.
    let value: Double?
  }

  /// The table of a scenario that names it.
  let table: String
  let name: String
  let summary: String
  let equation: String
  let assumptions: String
  let source: String
  let constants: [Constant]

  /// One line each, under the table that they belong to.
  static func list(_ entries: [CatalogueEntry]) -> String {
    var lines = [String]()
    var table = ""
    for entry in entries {
      if entry.table != table {
        if !table.isEmpty { lines.append("") }
        lines.append(entry.table)
        table = entry.table
      }
      lines.append("  " + entry.name.padded(to: 20) + entry.summary)
    }
    return lines.joined(separator: "\n")
  }

  static func json(_ entries: [CatalogueEntry]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }

  var description: String {
    var lines = ["\(table) \(name)", "", "  " + summary, "", "      " + equation, ""]
    for constant in constants {
      let value = constant.value.map { String(format: "%.6g", $0) } ?? ""
      lines.append(
        "  " + constant.name.padded(to: 24) + value.padded(to: 14)
          + constant.unit.padded(to: 10) + constant.meaning)
    }
    return (lines + ["", "  Assumes: " + assumptions, "  Source: " + source])
      .joined(separator: "\n")
  }
}

extension String {
  /// Filled with blanks to a width, and one blank at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
