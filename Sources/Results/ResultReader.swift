package import HDF5Files
import Synthesis

/// Reads a result back from its file.
struct ResultReader: ~Copyable {
  private let file: HDF5File
  private let entry: HDF5Group

  init(path: String) throws(HDF5Error) {
    let file = try HDF5File(reading: path)
    let root = try file.root()
    try Self.checkFormat(of: root)
    let entry = try root.group("entry")
    self.file = file
    self.entry = entry
  }

  private static func checkFormat(of root: borrowing HDF5Group) throws(HDF5Error) {
    guard let format = try root.attribute("format")?.text else {
      throw .absent(name: "/@format")
    }
    guard format == ResultFormat.name else {
      throw .mismatch(name: "/@format", reason: "is \"\(format)\", not \"\(ResultFormat.name)\"")
    }
    guard case .integer(let version)? = try root.attribute("format_version"),
      version <= ResultFormat.version
    else {
      throw .mismatch(
        name: "/@format_version", reason: "is newer than \(ResultFormat.version), which is known")
    }
  }

  func result() throws(HDF5Error) -> RunResult {
    let summary = try entry.group("summary").timeTable()
    return RunResult(
      title: try entry.text("title"), summary: summary,
      species: try entry.group("species").timeTable(), dopantNames: try entry.dopantNames(),
      sizes: try sizes(entry.group("psd")),
      everySize: try everySize(), statistics: try statistics(), milestones: try milestones(),
      refinements: try refinements(), ensemble: try ensemble(), observations: try observations(),
      interruption: try interruption(), process: try process())
  }

  private func sizes(_ group: consuming HDF5Group) throws(HDF5Error) -> SizeTable {
    SizeTable(
      times: try group.dataset("time").numbers(),
      edges: try group.dataset("edges_units").numbers(),
      radiusEdges: try group.dataset("edges").numbers(),
      numbers: try group.rows("number"), units: try group.rows("units"),
      numberSD: try group.contains("number_sd") ? group.rows("number_sd") : nil)
  }

  private func everySize() throws(HDF5Error) -> [[Double]]? {
    guard try entry.contains("every_size") else { return nil }
    return try entry.group("every_size").rows("number")
  }

  private func statistics() throws(HDF5Error) -> RunStatistics {
    var statistics = RunStatistics()
    try entry.group("process/statistics").read(StatisticField.effort, into: &statistics)
    try entry.group("error_budget").read(
      StatisticField.errors + StatisticField.ofDopants, into: &statistics)
    if try entry.contains("process/resumed_at") {
      statistics.resumed = try entry.dataset("process/resumed_at").numbers()
    }
    return statistics
  }

  private func milestones() throws(HDF5Error) -> Milestones {
    try entry.group("milestones").milestones()
  }

  private func refinements() throws(HDF5Error) -> [Refinement] {
    guard try entry.contains("error_budget/refinement") else { return [] }
    return try entry.group("error_budget/refinement").refinements()
  }

  private func ensemble() throws(HDF5Error) -> EnsembleResult? {
    guard try entry.contains("monte_carlo") else { return nil }
    var ensemble = try entry.group("monte_carlo").ensemble()
    guard try entry.contains("dopants") else { return ensemble }
    let group = try entry.group("dopants")
    for name in try group.names {
      ensemble.dopants.append(try group.group(name).dopant(named: name))
    }
    return ensemble
  }

  private func observations() throws(HDF5Error) -> [ObservedSeries] {
    var found: [ObservedSeries] = []
    for kind in ObservedSeries.Kind.allCases where try entry.contains(kind.rawValue) {
      let group = try entry.group(kind.rawValue)
      var table = try group.timeTable()
      table.columns.removeAll { $0.name == kind.axis }
      found.append(
        ObservedSeries(
          kind: kind, plane: try group.timePlane(along: kind.axis),
          table: table.columns.isEmpty ? nil : table))
    }
    return found
  }

  private func interruption() throws(HDF5Error) -> Interruption? {
    let group = try entry.group("process")
    guard let cause = Interruption.Cause(name: try group.text("status")) else { return nil }
    return Interruption(
      cause: cause, time: try group.dataset("interrupted_at").numbers().first ?? 0,
      reason: try group.text("interruption"))
  }

  private func process() throws(HDF5Error) -> RunProcess {
    let time = try file.root().attribute("file_time")?.text ?? ""
    return try entry.group("process").process(writtenAt: time)
  }
}

extension HDF5Group {
  /// How a result came to be, as its process group tells.
  package func process(writtenAt time: String) throws(HDF5Error) -> RunProcess {
    let inputs = try group("inputs")
    let hasInputs = try inputs.contains("file")
    let files = hasInputs ? try inputs.dataset("file").strings() : []
    let hashes = hasInputs ? try inputs.dataset("sha256").strings() : []
    return RunProcess(
      scenario: try text("scenario"), resolvedScenario: try text("scenario_resolved"),
      overrides: try contains("overrides") ? dataset("overrides").strings() : [],
      seed: UInt64(try text("seed")) ?? 0,
      crystalFloor: Int(try dataset("crystal_floor").integers().first ?? 0),
      options: try group("options").entries(),
      versions: try group("versions").entries(),
      inputs: zip(files, hashes).map { RunProcess.Entry($0, $1) },
      provenance: try text("provenance"),
      fileTime: time)
  }

  private func entries() throws(HDF5Error) -> [RunProcess.Entry] {
    var entries: [RunProcess.Entry] = []
    for name in try names { entries.append(RunProcess.Entry(name, try text(name))) }
    return entries
  }
}

extension ResultError {
  /// What is absent or of another kind makes the file no result.
  init(_ error: HDF5Error, in path: String) {
    switch error {
    case .absent, .mismatch: self = .notAResult(path: path, reason: error.description)
    default: self = .file(error)
    }
  }
}
