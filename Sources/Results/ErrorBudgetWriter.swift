import HDF5Files
import Synthesis

/// Writes how far a result may be off.
struct ErrorBudgetWriter {
  let result: RunResult

  func write(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let ofDopants = result.dopantNames.isEmpty ? [] : StatisticField.ofDopants
    try group.write(StatisticField.errors + ofDopants, of: result.statistics)
    guard !result.refinements.isEmpty else { return }
    try writeRefinements(into: group.makeGroup("refinement"))
  }

  private func writeRefinements(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let refined = try group.write(result.refinements.map(\.name), as: "refined")
    try refined.describe(unit: "", longName: "what a second run had finer")
    try refined.becomeScale(named: "refined")
    let axis = HDF5Group.Axis(name: "refined", scale: refined)
    for name in Refinement.quantities {
      let column = TimeTable.Column(
        name: name, unit: "1", longName: "change of the final \(name) over the refined one",
        values: result.refinements.map { $0.changes[name] })
      try group.writeColumn(column, along: axis)
    }
  }
}

extension HDF5Group {
  /// What finer runs changed.
  func refinements() throws(HDF5Error) -> [Refinement] {
    var refinements: [Refinement] = []
    for name in try dataset("refined").strings() {
      refinements.append(Refinement(name: name, changes: [:]))
    }
    for name in Refinement.quantities where try contains(name) {
      for (place, change) in try dataset(name).numbers().enumerated() where !change.isNaN {
        refinements[place].changes[name] = change
      }
    }
    return refinements
  }
}
