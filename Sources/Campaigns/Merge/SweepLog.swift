import HDF5Files

/// When, where and how often runs were made: `sweep-log.h5`, which differs from sweep to sweep.
struct SweepLog: ~Copyable {
  private var file: TableFile

  init(_ path: String, _ table: SweepTable) throws(CampaignError) {
    var file = try TableFile(path, cells: table.recordCount * Self.heads.count)
    try file.makeTable("log", Self.heads, rows: table.recordCount)
    self.file = file
  }

  mutating func append(_ runs: [StoredRun]) throws(CampaignError) {
    try file.append([
      .integers(runs.map { Int64($0.record.index) }),
      .integers(runs.map { Int64($0.header.attempt) }),
      .integers(runs.map { Int64($0.header.chunk) }),
      .texts(runs.map(\.record.status.rawValue)), .numbers(runs.map(\.record.started)),
      .numbers(runs.map(\.record.seconds)), .texts(runs.map(\.header.worker.host)),
      .integers(runs.map { Int64($0.header.worker.process) }),
      .integers(runs.map { Int64($0.record.resumed) }),
      .integers(runs.map { Int64($0.header.submission ?? 0) }),
      .integers(runs.map { Int64($0.header.task ?? -1) }),
      .texts(runs.map { $0.header.settings.map(\.description).joined(separator: "; ") }),
    ])
  }

  consuming func publish() throws(CampaignError) {
    try file.publish()
  }

  private static let heads = [
    TableColumn(name: "index", unit: "1", longName: "number of the run", element: .integer),
    TableColumn(
      name: "attempt", unit: "1", longName: "number of the attempt at its chunk",
      element: .integer),
    TableColumn(name: "chunk", unit: "1", longName: "number of the chunk", element: .integer),
    TableColumn(name: "status", unit: "", longName: "done or failed", element: .string),
    TableColumn(
      name: "started", unit: "s", longName: "start of the run, since 1970", element: .double),
    TableColumn(name: "seconds", unit: "s", longName: "wall time of the run", element: .double),
    TableColumn(name: "host", unit: "", longName: "computer", element: .string),
    TableColumn(name: "process", unit: "1", longName: "process number", element: .integer),
    TableColumn(
      name: "resumed", unit: "1",
      longName: "times that a balance was taken up from a checkpoint, within tolerances",
      element: .integer),
    TableColumn(
      name: "submission", unit: "1", longName: "number of the submission, 0 where there is none",
      element: .integer),
    TableColumn(
      name: "task", unit: "1", longName: "number of its task, -1 where there is none",
      element: .integer),
    TableColumn(
      name: "settings", unit: "", longName: "what a retry changed in the scenario",
      element: .string),
  ]
}
