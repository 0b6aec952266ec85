/// A matrix row by row.
public struct DenseMatrix: Sendable, Hashable, Codable {
  public let rowCount: Int
  public let columnCount: Int
  public private(set) var entries: [Double]

  /// All zero.
  public init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    entries = Array(repeating: 0, count: rowCount * columnCount)
  }

  /// - Precondition: as many entries as rows times columns.
  public init(rowCount: Int, columnCount: Int, entries: [Double]) {
    precondition(entries.count == rowCount * columnCount, "rows and columns hold all entries")
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.entries = entries
  }

  /// - Precondition: rows of one length.
  public init(rows: [[Double]]) {
    self.init(
      rowCount: rows.count, columnCount: rows.first?.count ?? 0, entries: Array(rows.joined()))
  }

  /// - Precondition: columns of one length.
  public init(columns: [[Double]]) {
    self.init(rowCount: columns.first?.count ?? 0, columnCount: columns.count)
    for (place, column) in columns.enumerated() {
      precondition(column.count == rowCount, "columns have one length")
      for row in 0..<rowCount { entries[row * columnCount + place] = column[row] }
    }
  }

  public subscript(row: Int, column: Int) -> Double {
    get { entries[row * columnCount + column] }
    set { entries[row * columnCount + column] = newValue }
  }

  public func row(_ row: Int) -> ArraySlice<Double> {
    entries[row * columnCount..<(row + 1) * columnCount]
  }

  public func column(_ column: Int) -> [Double] { (0..<rowCount).map { self[$0, column] } }

  /// The matrix of some of the columns, in the order given.
  public func columns(_ places: [Int]) -> DenseMatrix {
    var part = DenseMatrix(rowCount: rowCount, columnCount: places.count)
    for row in 0..<rowCount {
      for (target, place) in places.enumerated() { part[row, target] = self[row, place] }
    }
    return part
  }

  /// This matrix above another of as many columns.
  public func above(_ other: DenseMatrix) -> DenseMatrix {
    DenseMatrix(
      rowCount: rowCount + other.rowCount, columnCount: columnCount,
      entries: entries + other.entries)
  }

  public func times(_ vector: [Double]) -> [Double] {
    (0..<rowCount).map { row in
      var sum = 0.0
      for column in 0..<columnCount { sum += entries[row * columnCount + column] * vector[column] }
      return sum
    }
  }

  /// The transpose times a vector.
  public func transposedTimes(_ vector: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        sums[column] += entries[row * columnCount + column] * vector[row]
      }
    }
    return sums
  }
}
