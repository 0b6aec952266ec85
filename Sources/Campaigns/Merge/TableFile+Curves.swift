import HDF5Files

extension TableFile {
  /// Makes room for curves of the rows, in a group inside that of the table: a dataset a column,
  /// a row of it for each row of the table, NaN where nothing is written.
  ///
  ///     index          rows of the table
  ///     frame          kept times of a run, counted from 0
  ///     time, ...      index x frame
  mutating func makeCurves(
    _ name: String, in table: String, _ heads: [TableColumn], rows: Int, times: Int
  ) throws(CampaignError) {
    curves = try Self.saying(path) { () throws(HDF5Error) in
      let group = try draft.root().group(table).makeGroup(name)
      let index = try Self.axis("index", "number of the run", length: rows, in: group)
      let frame = try Self.axis("frame", "number of the kept time", length: times, in: group)
      var columns: [OpenColumn] = []
      for head in heads {
        let column = try OpenColumn(head, in: group, shape: [rows, times])
        try column.dataset.attach(index.dataset, toDimension: 0)
        try column.dataset.attach(frame.dataset, toDimension: 1)
        columns.append(column)
      }
      // The convention by which readers take a quantity for a coordinate of the others.
      if let time = heads.first?.name { try group.set("coordinates", to: .string(time)) }
      return OpenCurves(columns: columns, times: times)
    }
  }

  /// Writes the curves of one row; what has none, or ends before the others, stays NaN.
  func write(_ values: [[Double]?], row: Int) throws(CampaignError) {
    let curves = curves
    try Self.saying(path) { () throws(HDF5Error) in
      for (column, values) in zip(curves.columns, values) {
        guard let values else { continue }
        let rest = [Double](repeating: .nan, count: curves.times - values.count)
        try column.dataset.write(values + rest, rows: row..<(row + 1))
      }
    }
  }

  /// A dimension that counts from zero.
  private static func axis(
    _ name: String, _ longName: String, length: Int, in group: borrowing HDF5Group
  ) throws(HDF5Error) -> OpenColumn {
    let head = TableColumn(name: name, unit: "1", longName: longName, element: .integer)
    let column = try OpenColumn(head, in: group, shape: [length])
    try column.dataset.write((0..<length).map { Int64($0) }, rows: 0..<length)
    try column.dataset.becomeScale(named: name)
    return column
  }
}

/// The datasets of curves, open while they are written.
struct OpenCurves {
  var columns: [OpenColumn] = []
  /// How many times they have room for.
  var times = 0
}

extension TableColumn {
  init(_ head: CurveHead) {
    self.init(name: head.name, unit: head.unit, longName: head.longName, element: .double)
  }
}
