import HDF5Files
import Synthesis

/// Lays a result out in its file.
struct ResultWriter {
  let result: RunResult

  func write(to path: String) throws(HDF5Error) {
    // Every size of a long run outgrows memory that could be spared twice.
    let draft = try HDF5Draft(creating: path, in: result.everySize == nil ? .memory : .disk)
    let root = try draft.root()
    try writeRoot(root)
    let entry = try root.makeGroup("entry")
    try entry.set("NX_class", to: "NXentry")
    try entry.set("default", to: "summary")
    try entry.writeNote(result.title, as: "title", longName: "title of the scenario")
    try writeTable(
      result.summary, into: entry.makeGroup("summary"), signal: "radius_mean",
      others: ["number", "dispersion", "solute"])
    try writeTable(
      result.species, into: entry.makeGroup("species"),
      signal: result.species.columns.first?.name,
      others: result.species.columns.dropFirst().map(\.name))
    if !result.dopantNames.isEmpty {
      try DopantWriter(result: result).write(into: entry.makeGroup("dopants"))
    }
    try writeSizes(entry.makeGroup("psd"))
    if let everySize = result.everySize {
      try writeEverySize(everySize, into: entry.makeGroup("every_size"))
    }
    if let ensemble = result.ensemble { try EnsembleWriter(ensemble: ensemble).write(into: entry) }
    for observed in result.observations {
      try entry.makeGroup(observed.kind.rawValue).write(
        observed.plane, beside: observed.table, drawing: observed.signal)
    }
    try MilestoneWriter(milestones: result.milestones).write(into: entry.makeGroup("milestones"))
    try ErrorBudgetWriter(result: result).write(into: entry.makeGroup("error_budget"))
    try ProcessWriter(result: result).write(into: entry.makeGroup("process"))
    try draft.publish()
  }

  private func writeRoot(_ root: borrowing HDF5Group) throws(HDF5Error) {
    try root.set("NX_class", to: "NXroot")
    try root.set("default", to: "entry")
    try root.set("format", to: .string(ResultFormat.name))
    try root.set("format_version", to: .integer(ResultFormat.version))
    try root.set("creator", to: .string(ResultFormat.creator))
    let version = result.process.versions.first { $0.name == ResultFormat.creator }
    try root.set("creator_version", to: .string(version?.value ?? ""))
    try root.set("file_time", to: .string(result.process.fileTime))
    try root.set("HDF5_Version", to: .string(HDF5Version.text))
  }

  private func writeTable(
    _ table: TimeTable, into group: consuming HDF5Group, signal: String?, others: [String]
  ) throws(HDF5Error) {
    let time = try writeTimes(table.times, into: group)
    for column in table.columns { try group.writeColumn(column, along: time) }
    try group.set("crystal_floor", to: .integer(Int64(result.process.crystalFloor)))
    guard let signal else { return try group.set("NX_class", to: "NXcollection") }
    try group.becomeData(signal: signal, others: others, axes: ["time"])
  }

  private func writeTimes(
    _ times: [Double], into group: borrowing HDF5Group
  ) throws(HDF5Error) -> HDF5Group.Axis {
    try group.writeAxis("time", unit: "s", longName: "time", values: times)
  }

  private func writeSizes(_ group: consuming HDF5Group) throws(HDF5Error) {
    let sizes = result.sizes
    let time = try writeTimes(sizes.times, into: group)
    let radius = try group.writeAxis(
      "radius", unit: "nm", longName: "radius at the middle of the bin", values: sizes.radii)
    let edges = try group.writeAxis(
      "edges", unit: "nm", longName: "radius at the edges of the bins", values: sizes.radiusEdges)
    let units = try group.write(sizes.edges, as: "edges_units")
    try units.describe(unit: "1", longName: "units at the edges of the bins")
    try units.attach(edges.scale, toDimension: 0)
    let maps: [(String, String, String, [[Double]])] = [
      ("number", "1/m^3", "particles in the bin per volume", sizes.numbers),
      (
        "number_density", "1/(m^3 nm)", "particles per volume and width of radius, dN/dr",
        sizes.densities
      ),
      ("units", "mol/m^3", "units in the particles of the bin", sizes.units),
    ]
    let spread = sizes.numberSD.map {
      ("number_sd", "1/m^3", "standard deviation of the number between replicates", $0)
    }
    for (name, unit, longName, rows) in maps + [spread].compactMap(\.self) {
      let dataset = try group.write(
        rows.flatMap(\.self), shape: [sizes.times.count, sizes.radii.count], as: name)
      try dataset.describe(unit: unit, longName: longName)
      try dataset.attach(time.scale, toDimension: 0)
      try dataset.attach(radius.scale, toDimension: 1)
    }
    try group.becomeData(signal: "number_density", axes: ["time", "radius"])
  }

  private func writeEverySize(
    _ rows: [[Double]], into group: consuming HDF5Group
  ) throws(HDF5Error) {
    let largest = rows.map(\.count).max() ?? 0
    let time = try writeTimes(result.summary.times, into: group)
    let size = try group.writeAxis(
      "size", unit: "1", longName: "units of the particle",
      values: (0..<largest).map { Double($0 + 2) })
    let number = try group.makeDataset("number", of: .double, shape: [rows.count, largest])
    try number.describe(unit: "1/m^3", longName: "particles of this size per volume")
    try number.attach(time.scale, toDimension: 0)
    try number.attach(size.scale, toDimension: 1)
    for (index, row) in rows.enumerated() {
      let empty = [Double](repeating: 0, count: largest - row.count)
      try number.write(row + empty, rows: index..<(index + 1))
    }
    try group.becomeData(signal: "number", axes: ["time", "size"])
  }
}
