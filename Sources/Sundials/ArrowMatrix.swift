/// A square matrix that is a band but for a few dense rows and columns at its front.
///
///     ⎡ D  R ⎤   D  corner: a few slots coupled to each other and to everything
///     ⎣ C  B ⎦   B  band: a long chain, each slot coupled to its neighbours
///
/// The Jacobian of a chain of clusters that feeds on a few dissolved species. Only the dense rows and
/// columns that really reach into the band are held.
public struct ArrowMatrix: Sendable {
  /// Slots in the corner.
  public let cornerCount: Int
  /// Corner slots whose columns reach into the band.
  public let reachingColumns: [Int]
  /// Corner slots whose rows reach into the band.
  public let reachingRows: [Int]
  /// Diagonals of the band below and above the main one.
  public let halfWidth: Int
  /// Slots in the band.
  public private(set) var bandCount: Int

  /// D, row by row.
  public var corner: [Double]
  /// C: for each reaching column its entries along the band.
  public var columns: [[Double]]
  /// R: for each reaching row its entries along the band.
  public var rows: [[Double]]
  /// B by diagonals, lowest first: `band[halfWidth + k][i]` is the entry (i, i + k).
  public var band: [[Double]]
  /// What rides on the band: arrays as long as it that lie behind it, those of each rider together.
  public var riders: [Riders]

  public init(
    cornerCount: Int, reachingColumns: [Int], reachingRows: [Int], bandCount: Int,
    halfWidth: Int = 1, riders: [Riders] = []
  ) {
    self.cornerCount = cornerCount
    self.reachingColumns = reachingColumns
    self.reachingRows = reachingRows
    self.halfWidth = halfWidth
    self.bandCount = bandCount
    self.riders = riders
    corner = Array(repeating: 0, count: cornerCount * cornerCount)
    let empty = [Double](repeating: 0, count: bandCount)
    columns = Array(repeating: empty, count: reachingColumns.count)
    rows = Array(repeating: empty, count: reachingRows.count)
    band = Array(repeating: empty, count: 2 * halfWidth + 1)
  }

  /// Arrays as long as the band, itself among them.
  public var arrayCount: Int { riders.reduce(1) { $0 + $1.arrayCount } }
  /// Slots in all.
  public var count: Int { cornerCount + bandCount * arrayCount }

  /// Changes the length of the band so that there are so many slots in all.
  public mutating func resize(toHold count: Int) {
    resizeBand(to: (count - cornerCount) / arrayCount)
  }

  /// Changes the length of the band; what is new is zero.
  public mutating func resizeBand(to count: Int) {
    for index in columns.indices { columns[index].resize(to: count) }
    for index in rows.indices { rows[index].resize(to: count) }
    for index in band.indices { band[index].resize(to: count) }
    for index in riders.indices { riders[index].resize(to: count) }
    bandCount = count
  }

  /// Adds the product with a vector, for a matrix without riders.
  func addProduct(with x: Span<Double>, to y: inout MutableSpan<Double>) {
    precondition(riders.isEmpty, "riders take no part in products")
    for row in 0..<cornerCount {
      for column in 0..<cornerCount { y[row] += corner[row * cornerCount + column] * x[column] }
    }
    for (place, slot) in reachingRows.enumerated() {
      let held = rows[place]
      let entries = held.span
      var sum = 0.0
      for index in entries.indices { sum += entries[index] * x[cornerCount + index] }
      y[slot] += sum
    }
    for (place, slot) in reachingColumns.enumerated() where x[slot] != 0 {
      let held = columns[place]
      let (entries, factor) = (held.span, x[slot])
      for index in entries.indices { y[cornerCount + index] += entries[index] * factor }
    }
    for offset in -halfWidth...halfWidth {
      let held = band[halfWidth + offset]
      let entries = held.span
      let last = min(bandCount, bandCount - offset)
      for index in stride(from: max(0, -offset), to: last, by: 1) {
        y[cornerCount + index] += entries[index] * x[cornerCount + index + offset]
      }
    }
  }

  /// The whole matrix, row by row: for small ones and for checks.
  public func dense() -> [[Double]] {
    var full = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in 0..<cornerCount {
      for column in 0..<cornerCount { full[row][column] = corner[row * cornerCount + column] }
    }
    for index in 0..<bandCount {
      for (place, slot) in reachingColumns.enumerated() {
        full[cornerCount + index][slot] = columns[place][index]
      }
      for (place, slot) in reachingRows.enumerated() {
        full[slot][cornerCount + index] = rows[place][index]
      }
      for offset in -halfWidth...halfWidth where (0..<bandCount).contains(index + offset) {
        full[cornerCount + index][cornerCount + index + offset] = band[halfWidth + offset][index]
      }
    }
    var first = cornerCount + bandCount
    for rider in riders {
      rider.write(to: &full, from: first, band: cornerCount)
      first += rider.arrayCount * bandCount
    }
    return full
  }
}

extension [Double] {
  mutating func resize(to count: Int) {
    if count < self.count { removeLast(self.count - count) }
    if count > self.count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}
