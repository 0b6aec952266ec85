/// A row of the reference of an ensemble.
struct EnsembleRow: Sendable {
  /// The level of the sweep; empty where nothing is swept.
  let point: String
  /// s.
  let time: Double
  /// "moments", or a measure by its name.
  let measure: String
  /// What is looked at: "X", "crystals", "Mn_per_crystal".
  let name: String
  /// The value that an expected share belongs to, where it is one.
  let value: Double?
  let expected: Double
  /// Standard deviation of a single realization, of "moments" alone.
  let sd: Double?

  /// What a row is held against: "moments" are mean and standard deviation.
  var measures: [EnsembleMeasure] {
    measure == "moments" ? [.mean, .sd] : EnsembleMeasure(rawValue: measure).map { [$0] } ?? []
  }

  static func all(of reference: ReferenceTable) throws(CaseError) -> [EnsembleRow] {
    let place = { (name: String) in reference.columns.firstIndex { $0.name == name } }
    let (point, value, sd) = (place("point"), place("value"), place("sd"))
    let time = try reference.place(of: "time")
    let measure = try reference.place(of: "measure")
    let name = try reference.place(of: "quantity")
    let expected = try reference.place(of: "expected")
    return try reference.rows.map { (row) throws(CaseError) in
      let optional = { (column: Int?) throws(CaseError) -> Double? in
        guard let column, !row[column].isEmpty else { return nil }
        return try reference.number(row, column)
      }
      let made = EnsembleRow(
        point: point.map { row[$0] } ?? "", time: try reference.number(row, time),
        measure: row[measure], name: row[name], value: try optional(value),
        expected: try reference.number(row, expected), sd: try optional(sd))
      guard let first = made.measures.first else {
        throw .bad("\(reference.path): \"\(row[measure])\" is no measure")
      }
      guard first != .mean || made.sd != nil, !first.needsValue || made.value != nil else {
        throw .bad(
          "\(reference.path): \"\(row[measure])\" of \(row[name]) lacks its "
            + (first.needsValue ? "value" : "sd"))
      }
      return made
    }
  }

  /// Rows that are judged together, in their order.
  static func groups(of rows: [EnsembleRow], by measure: EnsembleMeasure) -> [[EnsembleRow]] {
    var groups: [[EnsembleRow]] = []
    for row in rows {
      let place = groups.firstIndex { group in
        group[0].name == row.name && measure.judgesTogether(group[0], row)
      }
      if let place { groups[place].append(row) } else { groups.append([row]) }
    }
    return groups
  }
}
