import Foundation
import Kinetics
import Laws
import Materials
import Units

/// What `describe` says of one law or material.
struct CatalogueEntry: Codable, CustomStringConvertible {
  struct Constant: Codable {
    let name: String
    let unit: String
    let meaning: String
    let fallback: Double?
  }

  /// The table of a scenario that names it.
  let table: String
  let name: String
  let summary: String
  let equation: String
  let assumptions: String
  let source: String
  let constants: [Constant]

  /// Everything, in the order of the catalogue.
  static var all: [CatalogueEntry] {
    LawCatalogue.attachment.map { CatalogueEntry($0, in: "[attachment]") }
      + LawCatalogue.energy.map { CatalogueEntry($0, in: "[[energy]]") }
  }

  init<Made>(_ law: LawDescription<Made>, in table: String) {
    self.table = table
    name = law.name
    summary = law.summary
    equation = law.equation
    assumptions = law.assumptions
    source = law.source
    constants = law.constants.map {
      Constant(
        name: $0.name, unit: $0.dimension.unit, meaning: $0.meaning, fallback: $0.fallback)
    }
  }

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
    var lines = ["\(table) law = \"\(name)\"", "", "  " + summary, "", "      " + equation, ""]
    for constant in constants {
      let fallback = constant.fallback.map { "; default \($0)" } ?? ""
      lines.append(
        "  " + constant.name.padded(to: 24) + constant.unit.padded(to: 10) + constant.meaning
          + fallback)
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
