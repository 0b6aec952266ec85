extension Campaign {
  /// Writes the table of all results as the shards have them now; any number of times, and by any number
  /// of processes at once: each writes files of its own, which take their names when they are whole.
  ///
  /// `visit` sees every row on its way.
  public func merge(
    units: some QuantityConverter, visit: (SweepRow) -> Void = { _ in }
  ) throws(CampaignError) -> SweepColumns {
    let clock = FolderClock(directory.path)
    TemporaryName.clean(directory.path, clock: clock)
    TemporaryName.clean(directory.shards, clock: clock)
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
    EmptyLogs.remove(in: directory, held: table.held, clock: clock)
    return SweepColumns(
      swept: table.swept.map(\.head.text), finals: table.finals.map(\.text))
  }
}

/// The heads of the table's columns, with their units in brackets.
public struct SweepColumns: Sendable, Equatable {
  public let swept: [String]
  public let finals: [String]
}
