/// Points written out one by one: a column a path, a row a point.
public struct PointTable: Sendable, Equatable, Codable {
  public var paths: [String]
  public var rows: [[String]]

  public init(paths: [String], rows: [[String]]) {
    self.paths = paths
    self.rows = rows
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
