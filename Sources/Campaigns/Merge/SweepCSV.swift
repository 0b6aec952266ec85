/// The table as `sweep.csv`: comma-separated, a row a run, units in the heads.
struct SweepCSV: ~Copyable {
  private var file: FileInMaking
  private let swept: [SweptColumn]
  private let hasSettings: Bool

  init(_ path: String, _ table: SweepTable) throws(CampaignError) {
    var file = try FileInMaking(path)
    let heads =
      ["index", "identity", "replicate", "seed", "status"]
      + table.swept.map(\.head.text) + table.finals.map(\.text) + ["reason"]
      + (table.hasSettings ? ["settings"] : [])
    try file.write(Self.line(heads))
    self.file = file
    swept = table.swept
    hasSettings = table.hasSettings
  }

  mutating func append(_ rows: [SweepRow]) throws(CampaignError) {
    for row in rows {
      let settings = zip(swept, row.settings).map { column, value in
        column.number(value).map(QuantityText.shortest) ?? value
      }
      try file.write(
        Self.line(
          ["\(row.index)", row.identity.digits, "\(row.replicate)", "\(row.seed)"]
            + [row.status.rawValue] + settings
            + row.finals.map { $0.map(QuantityText.shortest) ?? "" } + [row.reason ?? ""]
            + (hasSettings ? [row.changesText] : [])))
    }
  }

  consuming func publish() throws(CampaignError) {
    try file.publish()
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static let special = Array(",\"\r\n".utf8)

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
