import Foundation

/// The numbers that a case is held against: columns with their units, rows of text.
struct ReferenceTable {
  /// "solute [mol/m^3]": a name, and the unit of its numbers.
  struct Column: Equatable {
    let name: String
    let unit: String?

    init(_ head: String) {
      let head = head.trimmingCharacters(in: .whitespaces)
      guard head.hasSuffix("]"), let space = head.range(of: " [", options: .backwards) else {
        (name, unit) = (head, nil)
        return
      }
      name = String(head[..<space.lowerBound])
      unit = String(head[space.upperBound...].dropLast())
    }
  }

  let path: String
  let columns: [Column]
  let rows: [[String]]

  /// - Parameter renamed: what columns are called here, by their heads in the file.
  init(path: String, renamed: [String: String] = [:]) throws(CaseError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .missing("there is no reference \"\(path)\": a case without one proves nothing")
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    let records = lines.map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    guard let head = records.first, records.count > 1 else {
      throw .bad("\(path): a reference has a head and at least one row")
    }
    if let bad = records.firstIndex(where: { $0.count != head.count }) {
      throw .bad("\(path): row \(bad) has \(records[bad].count) values, not \(head.count)")
    }
    self.path = path
    columns = head.map { Column(renamed[$0] ?? $0) }
    rows = Array(records.dropFirst())
  }

  /// Where a column stands.
  func place(of name: String) throws(CaseError) -> Int {
    guard let place = columns.firstIndex(where: { $0.name == name }) else {
      let known = columns.map(\.name).joined(separator: ", ")
      throw .bad("\(path): there is no column \"\(name)\"; there are \(known)")
    }
    return place
  }

  /// A number of a row.
  func number(_ row: [String], _ column: Int) throws(CaseError) -> Double {
    guard let value = Double(row[column]), value.isFinite || columns[column].unit == nil else {
      throw .bad("\(path): \"\(row[column])\" in \(columns[column].name) is no number")
    }
    return value
  }
}

extension Double {
  /// As tables of claims show it.
  var shown: String {
    self == 0 ? "0" : String(format: "%.9g", self)
  }
}
