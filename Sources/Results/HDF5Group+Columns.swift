package import HDF5Files

extension HDF5Group {
  /// A dimension of the datasets of a group.
  package struct Axis: ~Copyable {
    package let name: String
    package let scale: HDF5Dataset
  }

  /// Writes what the values of a dimension are.
  package func writeAxis(
    _ name: String, unit: String, longName: String, values: [Double]
  ) throws(HDF5Error) -> Axis {
    let dataset = try write(values, as: name)
    try dataset.describe(unit: unit, longName: longName)
    try dataset.becomeScale(named: name)
    return Axis(name: name, scale: dataset)
  }

  /// Writes what a dimension is counted by.
  package func writeAxis(
    _ name: String, longName: String, counting values: some Sequence<Int>
  ) throws(HDF5Error) -> Axis {
    let dataset = try write(values.map(Int64.init), as: name)
    try dataset.describe(unit: "1", longName: longName)
    try dataset.becomeScale(named: name)
    return Axis(name: name, scale: dataset)
  }

  /// Writes the names of what a dimension holds.
  package func writeAxis(
    _ name: String, longName: String, texts: [String]
  ) throws(HDF5Error) -> Axis {
    let dataset = try write(texts, as: name)
    try dataset.describe(unit: "", longName: longName)
    try dataset.becomeScale(named: name)
    return Axis(name: name, scale: dataset)
  }

  /// Writes numbers along one dimension; a missing one is NaN, the fill value of its dataset.
  package func writeColumn(_ column: TimeTable.Column, along axis: borrowing Axis) throws(HDF5Error)
  {
    let hasGaps = column.values.contains { $0 == nil }
    let values = column.values.map { $0 ?? .nan }
    let dataset = try write(values, missing: hasGaps ? .nan : nil, as: column.name)
    try dataset.describe(unit: column.unit, longName: column.longName)
    if hasGaps { try dataset.set("_FillValue", to: .number(.nan)) }
    try dataset.attach(axis.scale, toDimension: 0)
  }

  /// Writes one text with what it is.
  package func writeNote(_ text: String, as name: String, longName: String) throws(HDF5Error) {
    try write(text, as: name).describe(unit: "", longName: longName)
  }

  /// Marks the group as what NeXus readers draw.
  package func becomeData(signal: String, others: [String] = [], axes: [String]) throws(HDF5Error) {
    try set("NX_class", to: "NXdata")
    try set("signal", to: .string(signal))
    if !others.isEmpty { try set("auxiliary_signals", to: .strings(others)) }
    try set("axes", to: .strings(axes))
    for (index, axis) in axes.enumerated() {
      try set("\(axis)_indices", to: .integer(Int64(index)))
    }
  }
}

extension HDF5Dataset {
  package func describe(unit: String, longName: String) throws(HDF5Error) {
    try set("units", to: .string(unit))
    try set("long_name", to: .string(longName))
  }
}
