extension Campaign {
  /// Writes the table of all results as the shards have them now; any number of times.
  ///
  /// `visit` sees every row on its way.
  public func merge(
    units: some QuantityConverter, visit: (SweepRow) -> Void = { _ in }
  ) throws(CampaignError) -> SweepColumns {
    let table = try SweepTable(
      directory, plan: plan, planDigest: planDigest, points: points, units: units)
    var csv = try SweepCSV(directory.table, table)
    var file = try SweepFile(directory.results, table)
    var log = try SweepLog(directory.log, table)
    try table.forEachChunk { (rows, results) throws(CampaignError) in
      try csv.append(rows)
      try file.append(rows, results)
      try log.append(results.history)
      for row in rows { visit(row) }
    }
    try csv.publish()
    try file.publish()
    try log.publish()
    return SweepColumns(
      swept: table.swept.map(\.head.text), finals: table.finals.map(\.text))
  }
}

/// The heads of the table's columns, with their units in brackets.
public struct SweepColumns: Sendable, Equatable {
  public let swept: [String]
  public let finals: [String]
}
