import Foundation

/// What `describe` says of one law, material, reactor or other thing that a scenario names.
struct CatalogueEntry: Codable, CustomStringConvertible {
  struct Constant: Codable {
    let name: String
    let unit: String
    let meaning: String
    /// The value of a material; of a law, what holds where a scenario gives none.
    let value: Double?
  }

  /// A form of a law that is chosen by name.
  struct Option: Codable {
    let name: String
    let options: [String]
    let meaning: String
    /// What holds where a scenario does not choose.
    let value: String
    /// The constant that a quantity in the place of a name gives, where there is one.
    var quantity: String?
  }

  /// A list of numbers.
  struct List: Codable {
    let name: String
    let unit: String
    let meaning: String
  }

  /// The table of a scenario that names it.
  let table: String
  let name: String
  let summary: String
  let equation: String
  let assumptions: String
  let source: String
  let constants: [Constant]
  var options: [Option] = []
  var lists: [List] = []
  /// What a scenario names as the law that this one changes.
  var base: String?
  /// Lines that stand as they are.
  var notes: [String] = []

  /// One line each, under the table that they belong to.
  static func list(_ entries: [CatalogueEntry]) -> String {
    var tables = [String]()
    for entry in entries where !tables.contains(entry.table) { tables.append(entry.table) }
    return tables.map { table in
      let own = entries.filter { $0.table == table }
      return ([table] + own.map { "  " + $0.name.padded(to: 20) + $0.summary })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  static func json(_ entries: [CatalogueEntry]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinite", negativeInfinity: "-infinite", nan: "none")
    return String(decoding: try encoder.encode(entries), as: UTF8.self)
  }

  var description: String {
    let formulas = equation.components(separatedBy: ";  ").map { "      " + $0 }
    var lines = ["\(table) \(name)", "", "  " + summary, ""] + formulas + [""]
    if let base { lines.append(Self.line("base", "", "", base)) }
    for option in options {
      let quantity = option.quantity.map { ", or a quantity (\($0))" } ?? ""
      let names = option.options.joined(separator: ", ") + quantity
      lines.append(Self.line(option.name, option.value, "", "\(option.meaning): \(names)"))
    }
    for constant in constants {
      let value = constant.value.map { $0.isFinite ? String(format: "%.6g", $0) : "infinite" }
      lines.append(Self.line(constant.name, value ?? "", constant.unit, constant.meaning))
    }
    for list in lists { lines.append(Self.line(list.name, "[...]", list.unit, list.meaning)) }
    lines += notes.map { "  " + $0 }
    return (lines + ["", "  Assumes: " + assumptions, "  Source: " + source])
      .joined(separator: "\n")
  }

  /// A line of the table of constants.
  private static func line(_ name: String, _ value: String, _ unit: String, _ meaning: String)
    -> String
  {
    "  " + name.padded(to: 24) + value.padded(to: 14) + unit.padded(to: 13) + meaning
  }
}

extension String {
  /// Filled with blanks to a width, and one blank at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
