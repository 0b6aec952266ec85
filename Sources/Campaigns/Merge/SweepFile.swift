import HDF5Files

/// The table as `sweep.h5`: under `/results` a dataset a column, under `/results/curves` one a
/// curve where curves are kept, and under `/sweep` what was done.
struct SweepFile: ~Copyable {
  private var file: TableFile
  private let swept: [SweptColumn]
  private let finals: [ColumnName]
  private let curves: [CurveHead]
  private let hasSettings: Bool

  init(_ path: String, _ table: SweepTable) throws(CampaignError) {
    let heads = Self.heads(table)
    var file = try TableFile(
      path, cells: table.plan.runs * (heads.count + table.times * table.curves.count))
    let directory = table.directory
    let texts = [
      ("plan", "plan of the sweep", directory.plan),
      ("scenario", "scenario file, verbatim", directory.scenario),
      ("scenario_resolved", "scenario with every default in place", directory.resolvedScenario),
    ]
    var notes: [(String, String, String)] = []
    for (name, longName, path) in texts {
      let bytes = try SystemFile.contents(of: path)
      notes.append((name, longName, String(decoding: bytes, as: UTF8.self)))
    }
    let creator = table.plan.creator
    try file.describe { (root) throws(HDF5Error) in
      try root.set("format", to: .string(Plan.format))
      try root.set("format_version", to: .integer(Int64(Plan.formatVersion)))
      try root.set("creator", to: .string(creator))
      let sweep = try root.makeGroup("sweep")
      for (name, longName, text) in notes {
        let note = try sweep.write(text, as: name)
        try note.set("units", to: "")
        try note.set("long_name", to: .string(longName))
      }
    }
    try file.makeTable("results", heads, rows: table.plan.runs)
    if !table.curves.isEmpty {
      try file.makeCurves(
        "curves", in: "results", Self.unique(table.curves.map(TableColumn.init)),
        rows: table.plan.runs, times: table.times)
    }
    self.file = file
    swept = table.swept
    finals = table.finals
    curves = table.curves
    hasSettings = table.hasSettings
  }

  mutating func append(_ rows: [SweepRow], _ results: ChunkResults) throws(CampaignError) {
    var cells: [TableCells] = [
      .integers(rows.map { Int64($0.index) }), .texts(rows.map(\.identity.digits)),
      .integers(rows.map { Int64($0.replicate) }), .integers(rows.map { Int64($0.seed) }),
      .texts(rows.map(\.status.rawValue)),
    ]
    for (index, column) in swept.enumerated() {
      let values = rows.map { $0.settings[index] }
      cells.append(
        column.head.unit == nil
          ? .texts(values) : .numbers(values.map { column.number($0) ?? .nan }))
    }
    for index in finals.indices { cells.append(.numbers(rows.map { $0.finals[index] ?? .nan })) }
    cells.append(.texts(rows.map { $0.reason ?? "" }))
    if hasSettings { cells.append(.texts(rows.map(\.changesText))) }
    try file.append(cells)
    for row in rows {
      guard let stored = results.runs[row.index]?.curves else { continue }
      let columns = Dictionary(
        zip(stored.heads, try stored.columns()), uniquingKeysWith: { first, _ in first })
      try file.write(curves.map { columns[$0] }, row: row.index)
    }
  }

  consuming func publish() throws(CampaignError) {
    try file.publish()
  }

  private static func heads(_ table: SweepTable) -> [TableColumn] {
    var heads = [
      TableColumn(name: "index", unit: "1", longName: "number of the run", element: .integer),
      TableColumn(
        name: "identity", unit: "", longName: "SHA-256 of the resolved point", element: .string),
      TableColumn(
        name: "replicate", unit: "1", longName: "number of the replicate", element: .integer),
      TableColumn(name: "seed", unit: "1", longName: "seed of the run", element: .integer),
      TableColumn(
        name: "status", unit: "", longName: "done, failed or pending", element: .string),
    ]
    for column in table.swept {
      heads.append(
        TableColumn(
          name: column.head.name, unit: column.head.unit ?? "", longName: "swept value",
          element: column.head.unit == nil ? .string : .double))
    }
    for column in table.finals {
      heads.append(
        TableColumn(
          name: column.name, unit: column.unit ?? "", longName: "value at the end of the run",
          element: .double))
    }
    heads.append(
      TableColumn(name: "reason", unit: "", longName: "why the run failed", element: .string))
    if table.hasSettings {
      heads.append(
        TableColumn(
          name: "settings", unit: "", longName: "what a retry changed", element: .string))
    }
    return unique(heads)
  }

  /// No name holds a slash, which would be a group, and none comes twice.
  private static func unique(_ heads: [TableColumn]) -> [TableColumn] {
    var seen: Set<String> = []
    return heads.map { head in
      var head = head
      head.name = head.name.replacing("/", with: "_")
      if seen.contains(head.name) { head.name += " [\(head.unit.replacing("/", with: "_"))]" }
      while !seen.insert(head.name).inserted { head.name += "'" }
      return head
    }
  }
}
