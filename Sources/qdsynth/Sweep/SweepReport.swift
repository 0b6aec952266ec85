import Campaigns
import Foundation

/// What `sweep` says at its end: the table, shortened to a screen, and what failed.
struct SweepReport {
  let progress: CampaignProgress
  let directory: CampaignDirectory
  private var rows: [SweepRow] = []
  private(set) var failures: [SweepRow] = []
  private var columns: SweepColumns?
  private let stride: Int

  /// Rows of the table on the terminal, and failures that are told in full.
  private static let limit = 30
  private static let shownFinals: Set = ["number", "radius_mean", "dispersion", "yield"]

  init(_ progress: CampaignProgress, in directory: CampaignDirectory) {
    self.progress = progress
    self.directory = directory
    stride = max(1, (progress.runs + Self.limit - 1) / Self.limit)
  }

  mutating func see(_ row: SweepRow) {
    if row.index % stride == 0 || row.index == progress.runs - 1 { rows.append(row) }
    if row.status == .failed && failures.count < Self.limit { failures.append(row) }
  }

  mutating func name(_ columns: SweepColumns) {
    self.columns = columns
  }

  /// The table, a line a row, its columns lined up.
  var lines: [String] {
    let heads = columns?.finals ?? []
    let shown = heads.indices.filter {
      Self.shownFinals.contains(String(heads[$0].prefix { $0 != " " }))
    }
    var table = [["index", "status"] + (columns?.swept ?? []).map(Self.bare)]
    table[0] += shown.map { heads[$0] }
    for row in rows {
      let finals = shown.map { Self.text(row.finals[$0]) }
      table.append(["\(row.index)", row.status.rawValue] + row.settings + finals)
    }
    return Self.aligned(table) + ["", closing]
  }

  private static func aligned(_ table: [[String]]) -> [String] {
    var widths = [Int](repeating: 0, count: table[0].count)
    for row in table {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    return table.map { row in
      row.enumerated().map { column, cell in
        String(repeating: " ", count: 2 + widths[column] - cell.count) + cell
      }.joined()
    }
  }

  private static func text(_ value: Double?) -> String {
    value.map { String(format: "%.5g", $0) } ?? "-"
  }

  private var closing: String {
    let rest = progress.runs > rows.count ? "\(progress.runs) rows in " : ""
    return rest + "\(directory.table): \(progress.done) done, \(progress.failed) failed, "
      + "\(progress.pending) pending"
      + (progress.restored > 0 ? ", \(progress.restored) of them from before" : "")
      + String(format: ", %.2f s", progress.seconds)
  }

  /// What is in the table, for a program.
  var json: String {
    let document = SweepDocument(
      directory: directory.path, table: directory.table, results: directory.results,
      runs: progress.runs, done: progress.done, failed: progress.failed,
      pending: progress.pending, restored: progress.restored, seconds: progress.seconds,
      failures: failures.map { .init(index: $0.index, reason: $0.reason ?? "") })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Settings bring their units with them.
  private static func bare(_ head: String) -> String {
    head.range(of: " [").map { String(head[..<$0.lowerBound]) } ?? head
  }
}

/// The summary of a sweep as JSON.
private struct SweepDocument: Encodable {
  struct Failure: Encodable {
    let index: Int
    let reason: String
  }

  let directory: String
  let table: String
  let results: String
  let runs: Int
  let done: Int
  let failed: Int
  let pending: Int
  let restored: Int
  let seconds: Double
  let failures: [Failure]
}
