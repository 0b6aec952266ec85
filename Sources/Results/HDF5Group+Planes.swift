package import HDF5Files

extension HDF5Group {
  /// Writes a table over time with its axis, and marks one of its columns as what is drawn.
  func write(_ table: TimeTable, drawing signal: String) throws(HDF5Error) {
    let time = try writeAxis("time", unit: "s", longName: "time", values: table.times)
    for column in table.columns { try writeColumn(column, along: time) }
    try becomeData(signal: signal, axes: ["time"])
  }

  /// Writes numbers over two axes; a missing one is NaN, the fill value of its dataset.
  ///
  /// - Parameter table: what there is one of at each time.
  /// - Returns: the axis beside the time.
  @discardableResult
  func write(
    _ plane: TimePlane, beside table: TimeTable? = nil, drawing signal: String
  ) throws(HDF5Error) -> Axis {
    let time = try writeAxis("time", unit: "s", longName: "time", values: plane.times)
    for column in table?.columns ?? [] { try writeColumn(column, along: time) }
    let axis = try writeAxis(
      plane.axis.name, unit: plane.axis.unit, longName: plane.axis.longName,
      values: plane.axis.values)
    for column in plane.columns {
      let values = column.rows.flatMap(\.self)
      let hasGaps = values.contains { $0 == nil }
      let dataset = try write(
        values.map { $0 ?? .nan }, shape: [plane.times.count, plane.axis.values.count],
        missing: hasGaps ? .nan : nil, as: column.name)
      try dataset.describe(unit: column.unit, longName: column.longName)
      if hasGaps { try dataset.set("_FillValue", to: .number(.nan)) }
      try dataset.attach(time.scale, toDimension: 0)
      try dataset.attach(axis.scale, toDimension: 1)
    }
    try becomeData(signal: signal, axes: ["time", plane.axis.name])
    return axis
  }

  /// The columns over time that a group holds.
  func timeTable() throws(HDF5Error) -> TimeTable {
    var table = TimeTable(times: try dataset("time").numbers(), columns: [])
    for name in try datasetNames where name != "time" {
      let dataset = try dataset(name)
      guard dataset.shape.count == 1 else { continue }
      let text = try dataset.words
      table.columns.append(
        TimeTable.Column(
          name: name, unit: text.unit, longName: text.longName ?? name,
          values: try dataset.numbers().map { $0.isNaN ? nil : $0 }))
    }
    return table
  }

  /// The columns over time and another axis that a group holds.
  func timePlane(along name: String) throws(HDF5Error) -> TimePlane {
    let axis = try dataset(name)
    let text = try axis.words
    var plane = TimePlane(
      times: try dataset("time").numbers(),
      axis: TimePlane.Axis(
        name: name, unit: text.unit, longName: text.longName ?? name, values: try axis.numbers()),
      columns: [])
    for name in try datasetNames {
      let dataset = try dataset(name)
      guard dataset.shape.count == 2 else { continue }
      let text = try dataset.words
      plane.columns.append(
        TimePlane.Column(
          name: name, unit: text.unit, longName: text.longName ?? name,
          rows: try rows(name).map { $0.map { $0.isNaN ? nil : $0 } }))
    }
    return plane
  }

  /// Names of what is no group.
  var datasetNames: [String] {
    get throws(HDF5Error) {
      var found: [String] = []
      for name in try names where (try? dataset(name)) != nil { found.append(name) }
      return found
    }
  }

  /// Numbers over two dimensions, row by row.
  package func rows(_ name: String) throws(HDF5Error) -> [[Double]] {
    let dataset = try dataset(name)
    guard dataset.shape.count == 2 else {
      throw .mismatch(name: dataset.path, reason: "does not have two dimensions")
    }
    let (count, width) = (dataset.shape[0], dataset.shape[1])
    let values = try dataset.numbers()
    return (0..<count).map { Array(values[($0 * width)..<(($0 + 1) * width)]) }
  }

  /// The one text of a dataset.
  package func text(_ name: String) throws(HDF5Error) -> String {
    try dataset(name).strings().first ?? ""
  }
}

extension HDF5Dataset {
  /// Its unit and what it is.
  package var words: (unit: String, longName: String?) {
    get throws(HDF5Error) {
      (try attribute("units")?.text ?? "1", try attribute("long_name")?.text)
    }
  }
}
