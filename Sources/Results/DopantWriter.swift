import HDF5Files
import Synthesis

/// Writes what crystals carry, dopant by dopant: the same numbers as in the summary, as time × dopant.
struct DopantWriter {
  let result: RunResult

  func write(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let names = result.dopantNames
    let time = try group.writeAxis(
      "time", unit: "s", longName: "time", values: result.summary.times)
    let dopant = try group.write(names, as: "dopant")
    try dopant.describe(unit: "", longName: "name of the dopant")
    try dopant.becomeScale(named: "dopant")
    for quantity in SummaryColumn.ofDopants {
      let columns = names.map { result.summary[quantity.columnName($0)]?.values }
      let values = result.summary.times.indices.flatMap { frame in
        columns.map { $0?[frame] ?? .nan }
      }
      let hasGaps = values.contains { $0.isNaN }
      let dataset = try group.write(
        values, shape: [result.summary.times.count, names.count], missing: hasGaps ? .nan : nil,
        as: quantity.name)
      try dataset.describe(unit: quantity.unit, longName: "\(quantity.longName) each dopant")
      if hasGaps { try dataset.set("_FillValue", to: .number(.nan)) }
      try dataset.attach(time.scale, toDimension: 0)
      try dataset.attach(dopant, toDimension: 1)
    }
  }
}

extension HDF5Group {
  /// The dopants of a result; none where it has no such group.
  func dopantNames() throws(HDF5Error) -> [String] {
    guard try contains("dopants") else { return [] }
    let group = try group("dopants")
    // Realizations keep a group for each dopant instead.
    return try group.contains("dopant") ? group.dataset("dopant").strings() : []
  }
}
