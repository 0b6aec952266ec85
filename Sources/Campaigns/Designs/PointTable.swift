/// Points written out one by one: a column a path, a row a point.
public struct PointTable: Sendable, Equatable, Codable {
  public var paths: [String]
  public var rows: [[String]]

  public init(paths: [String], rows: [[String]]) {
    self.paths = paths
    self.rows = rows
  }

  /// Reads comma-separated text whose first row names the paths.
  ///
  /// A column called `path [unit]` holds bare numbers in that unit, as `sweep.csv` has them;
  /// under a bare `path` every cell brings its own unit.
  public init(csv: String) throws(CampaignError) {
    var records = try CSVReader.records(of: csv)
    guard !records.isEmpty else {
      throw .badDesign("sweep: the list of points is empty; its first row must name the paths")
    }
    let columns = records.removeFirst().map(ColumnName.init)
    rows = records.map { cells in
      cells.enumerated().map { index, cell in
        index < columns.count ? columns[index].value(ofCell: cell) : cell
      }
    }
    paths = columns.map(\.name)
  }

  func checked() throws(CampaignError) -> PointTable {
    guard !paths.isEmpty else { throw .badDesign("sweep: the list of points names no paths") }
    guard !rows.isEmpty else { throw .badDesign("sweep: the list of points has no rows") }
    for (index, row) in rows.enumerated() {
      guard row.count == paths.count else {
        throw .badDesign(
          "sweep: row \(index + 1) of the list has \(row.count) values for \(paths.count) paths")
      }
      if let empty = row.firstIndex(where: \.isEmpty) {
        throw .badDesign("sweep: row \(index + 1) of the list has no value for \(paths[empty])")
      }
    }
    return self
  }
}
