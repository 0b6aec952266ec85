import Sampling

/// What each block of a Saltelli design adds to the sums that indices are made of, a row a block.
struct BlockSums {
  /// Blocks with all their values.
  let count: Int
  /// Of all their values.
  let mean: Double
  /// A variance below which there is nothing but round-off.
  let negligible: Double
  /// Over all blocks.
  let sums: [Double]
  private let rows: [Double]
  private let width: Int
  private let dimensions: Int
  private let pairs: [(Int, Int)]

  init(_ values: [Double], _ sample: SaltelliSample) {
    let size = sample.blockSize
    let starts = stride(from: 0, to: sample.count, by: size).filter { start in
      values[start..<(start + size)].allSatisfy(\.isFinite)
    }
    dimensions = sample.dimensions
    pairs = Self.pairs(sample)
    width = 2 + 2 * dimensions + pairs.count
    count = starts.count
    let total = starts.reduce(0.0) { $0 + values[$1..<($1 + size)].reduce(0, +) }
    let mean = total / Double(max(1, count * size))
    self.mean = mean
    let largest = starts.reduce(0.0) { largest, start in
      values[start..<(start + size)].reduce(largest) { max($0, abs($1)) }
    }
    negligible = (1e-14 * largest) * (1e-14 * largest)
    var rows: [Double] = []
    rows.reserveCapacity(count * width)
    for start in starts {
      let block = values[start..<(start + size)].map { $0 - mean }
      rows += Self.row(block, dimensions, pairs)
    }
    self.rows = rows
    sums = Self.sum(rows, Array(0..<count), width)
  }

  static func pairs(_ sample: SaltelliSample) -> [(Int, Int)] {
    guard sample.hasSecondOrder else { return [] }
    return (0..<sample.dimensions).flatMap { i in
      ((i + 1)..<max(i + 1, sample.dimensions)).map { (i, $0) }
    }
  }

  /// A + B and A² + B²; then B (AB_i - A), (A - AB_i)²/2, and BA_i AB_j - A B of all pairs.
  private static func row(_ block: [Double], _ dimensions: Int, _ pairs: [(Int, Int)]) -> [Double] {
    let (a, b) = (block[0], block[block.count - 1])
    let mixed = block[1...dimensions]
    let first = mixed.map { b * ($0 - a) }
    let total = mixed.map { 0.5 * (a - $0) * (a - $0) }
    let second = pairs.map { block[1 + dimensions + $0.0] * block[1 + $0.1] - a * b }
    return [a + b, a * a + b * b] + first + total + second
  }

  /// The sums over as many blocks as there are, each drawn from all of them.
  func resampled(_ stream: inout RandomStream) -> [Double] {
    var drawn = [Int](repeating: 0, count: count)
    for place in drawn.indices { drawn[place] = stream.place(of: count) }
    return Self.sum(rows, drawn, width)
  }

  private static func sum(_ rows: [Double], _ blocks: [Int], _ width: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: width)
    for block in blocks {
      let start = block * width
      for column in 0..<width { sums[column] += rows[start + column] }
    }
    return sums
  }

  /// First orders, totals and pairs, one after the other; none where there is no variance.
  func indices(_ sums: [Double]) -> (variance: Double, all: [Double]) {
    let number = Double(count)
    let mean = sums[0] / (2 * number)
    let variance = sums[1] / (2 * number) - mean * mean
    guard variance > 0 else { return (0, [Double](repeating: 0, count: width - 2)) }
    var all = sums[2...].map { $0 / number / variance }
    for (place, pair) in pairs.enumerated() {
      all[2 * dimensions + place] -= all[pair.0] + all[pair.1]
    }
    return (variance, all)
  }
}
