package import HDF5Files
import Synthesis

/// Writes how a result came to be.
struct ProcessWriter {
  let result: RunResult

  func write(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.write(result.process)
    let statistics = try group.makeGroup("statistics")
    try statistics.set("NX_class", to: "NXcollection")
    try statistics.write(StatisticField.effort, of: result.statistics)
    try writeResumptions(into: group)
    try writeEnd(into: group)
  }

  /// How often the integrator started again from a kept state, and when.
  private func writeResumptions(into group: borrowing HDF5Group) throws(HDF5Error) {
    let times = result.statistics.resumed
    guard !times.isEmpty else { return }
    try group.write([Int64(times.count)], shape: [], as: "resumed").describe(
      unit: "1", longName: "times that the run was taken up again from a checkpoint")
    try group.write(times, as: "resumed_at").describe(
      unit: "s", longName: "simulated times at which it was")
  }

  private func writeEnd(into group: borrowing HDF5Group) throws(HDF5Error) {
    let interruption = result.interruption
    try group.writeNote(
      interruption?.cause.name ?? "finished", as: "status", longName: "how the run ended")
    guard let interruption else { return }
    try group.writeNote(
      interruption.reason, as: "interruption", longName: "why the run ended before its time")
    try group.write([interruption.time], shape: [], as: "interrupted_at").describe(
      unit: "s", longName: "simulated time that was reached")
  }
}

extension HDF5Group {
  /// Writes how a result came to be, but for how its run ended.
  package func write(_ process: RunProcess) throws(HDF5Error) {
    try set("NX_class", to: "NXprocess")
    try writeNote(ResultFormat.creator, as: "program", longName: "program")
    try writeNote(process.scenario, as: "scenario", longName: "scenario file, verbatim")
    try writeNote(
      process.resolvedScenario, as: "scenario_resolved",
      longName: "scenario with every default in place")
    try writeNote(
      process.provenance, as: "provenance", longName: "provenance table of the scenario")
    try writeNote("\(process.seed)", as: "seed", longName: "seed of the random streams")
    let floor = try write([Int64(process.crystalFloor)], shape: [], as: "crystal_floor")
    try floor.describe(unit: "1", longName: "units from which on a particle counts as a crystal")
    try writeList(process.overrides, as: "overrides", longName: "values set by hand")
    try writeEntries(process.options, longName: "physics option", into: makeGroup("options"))
    try writeEntries(process.versions, longName: "version", into: makeGroup("versions"))
    try writeInputs(process.inputs, into: makeGroup("inputs"))
  }

  private func writeList(
    _ texts: [String], as name: String, longName: String
  ) throws(HDF5Error) {
    guard !texts.isEmpty else { return }
    let dataset = try write(texts, as: name)
    try dataset.describe(unit: "", longName: longName)
    try dataset.becomeScale(named: name)
  }

  private func writeEntries(
    _ entries: [RunProcess.Entry], longName: String, into group: consuming HDF5Group
  ) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    for entry in entries {
      try group.writeNote(entry.value, as: entry.name, longName: "\(longName): \(entry.name)")
    }
  }

  private func writeInputs(
    _ inputs: [RunProcess.Entry], into group: consuming HDF5Group
  ) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    guard !inputs.isEmpty else { return }
    let file = try group.write(inputs.map(\.name), as: "file")
    try file.describe(unit: "", longName: "file that the run read")
    try file.becomeScale(named: "file")
    let hash = try group.write(inputs.map(\.value), as: "sha256")
    try hash.describe(unit: "", longName: "SHA-256 of the file")
    try hash.attach(file, toDimension: 0)
  }
}

extension Interruption.Cause {
  /// As results write it.
  var name: String {
    switch self {
    case .failed: "failed"
    case .cancelled: "cancelled"
    }
  }

  init?(name: String) {
    switch name {
    case "failed": self = .failed
    case "cancelled": self = .cancelled
    default: return nil
    }
  }
}
