import Oracles
import Sundials

extension ArrowMatrix {
  /// A random arrow; with γ = 1 its I - γJ dominates by columns within the band, as a ladder's does.
  static func random(
    corner: Int, band: Int, halfWidth: Int, using numbers: inout SeededNumbers
  ) -> ArrowMatrix {
    // Only some of the corner's rows and columns reach into the band.
    let columns = (0..<corner).filter { _ in Bool.random(using: &numbers) }
    let rows = (0..<corner).filter { _ in Bool.random(using: &numbers) }
    var matrix = ArrowMatrix(
      cornerCount: corner, reachingColumns: columns, reachingRows: rows, bandCount: band,
      halfWidth: halfWidth)
    for index in matrix.corner.indices { matrix.corner[index] = numbers.number(-3, 3) }
    for place in columns.indices {
      for index in 0..<band { matrix.columns[place][index] = numbers.number(-1, 1) }
    }
    for place in rows.indices {
      for index in 0..<band { matrix.rows[place][index] = numbers.number(-1, 1) }
    }
    for diagonal in matrix.band.indices {
      // Entries outside the matrix are filled too: they must not count.
      for index in 0..<band { matrix.band[diagonal][index] = numbers.number(0, 10) }
    }
    matrix.dominateByColumns()
    return matrix
  }

  private mutating func dominateByColumns() {
    for column in 0..<bandCount {
      var sum = 0.0
      for offset in -halfWidth...halfWidth where offset != 0 {
        let row = column - offset
        if (0..<bandCount).contains(row) { sum += band[halfWidth + offset][row] }
      }
      band[halfWidth][column] = -sum
    }
  }

  /// The solution of (I - γJ) x = r by the arrow's own factors; nil where they found it singular.
  func solution(for right: [Double], gamma: Double) -> [Double]? {
    var factors = ArrowFactors()
    guard factors.factor(self, scaledBy: gamma) else { return nil }
    var solution = right
    var entries = solution.mutableSpan
    factors.solve(&entries)
    return solution
  }
}

extension Riders {
  /// Random riders on the slots 0 and 1 of a corner: two arrays that act on each other and count, and
  /// one that follows.
  static func random(
    band count: Int, halfWidth: Int, isHeld: Bool, using numbers: inout SeededNumbers
  ) -> Riders {
    var riders = Riders(
      feed: 0, balance: 1, isHeld: isHeld, groups: [1...2, 3...3], counted: [1, 2],
      halfWidth: halfWidth,
      couplings: [(1, 0), (1, 2), (2, 1), (2, 2), (3, 0), (3, 1), (3, 3)].map {
        Coupling(into: $0.0, from: $0.1)
      },
      columns: [Column(slot: 0, into: 1), Column(slot: 2, into: 2), Column(slot: 0, into: 3)])
    func values(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in numbers.number(low, high) }
    }
    for place in riders.couplings.indices { riders.couplings[place].values = values(-1, 1) }
    for place in riders.columns.indices { riders.columns[place].values = values(-1, 1) }
    for place in riders.band.indices {
      riders.band[place] = place == halfWidth ? values(-90, -60) : values(0, 10)
    }
    riders.losses = values(0, 2)
    if count > 0 { riders.leaks = [2: 0.3] }
    return riders
  }
}
