import Checkpoints
import Kinetics
import RealModule
import Synthesis

/// Sums of particles and units over cells of sizes, fine enough to be merged into bins afterwards.
///
/// On the exact grid one size a cell up to 200 units, then cells that widen by 0.4 % of their size; on
/// the hybrid one the grid's own, and around moving classes cells that hold several of them, or hardly
/// more than one where sizes are to be told apart. A particle belongs to the cell that its units lie in, so that none
/// is ever split.
struct FineCells {
  private var numbers: [[Double]] = []
  private var units: [[Double]] = []
  private var cells: SizeCells
  /// Where each cell begins, units.
  private var starts: [Double] = [1.5]

  init(_ grid: SizeGrid, tellingClassesApart: Bool = false) {
    cells =
      switch grid.kind {
      case .exact: SizeCells(unitCount: 200, ratio: 0.004)
      case .hybrid: grid.cells
      case .moving: SizeCells(unitCount: 60, ratio: tellingClassesApart ? 0.004 : 0.03)
      }
  }

  /// Adds the particles of one time.
  mutating func add(_ population: Population) {
    let largest = population.bounds.last?.upperBound ?? 2
    grow(to: Int(min(largest, MovingBalance.largest).rounded(.up)) + 1)
    var number = [Double](repeating: 0, count: starts.count - 1)
    var content = number
    var cell = 0
    for place in population.units.indices {
      let size = population.units[place]
      while cell + 1 < number.count, starts[cell + 1] <= size { cell += 1 }
      number[cell] += population.numbers[place]
      content[cell] += size * population.numbers[place] / PhysicalConstants.avogadro
    }
    numbers.append(number)
    units.append(content)
  }

  private mutating func grow(to largest: Int) {
    cells.grow(to: largest)
    while starts.count < cells.count { starts.append(cells.upperEdge(starts.count + 1)) }
  }

  /// The sums of streams that flow together: for each mixture, which times with which share.
  func mixed(_ mixtures: [[(frame: Int, share: Double)]]) -> FineCells {
    var mixed = self
    mixed.numbers = mixtures.map { numbers.sum($0) }
    mixed.units = mixtures.map { units.sum($0) }
    return mixed
  }

  /// The sums as they are.
  func distributions(on ladder: Ladder) -> SizeDistributions {
    guard !numbers.isEmpty, starts.count > 1 else {
      return SizeDistributions(edges: [], radii: [], numbers: [], units: [])
    }
    let all = Array(0...occupied)
    let edges = all.map { starts[$0] }
    return SizeDistributions(
      edges: edges, radii: edges.map { ladder.radius(ofUnits: $0) * 1e9 },
      numbers: numbers.map { merged($0, at: all) }, units: units.map { merged($0, at: all) })
  }

  /// The same sums on at most so many bins, as even in radius as whole sizes allow.
  func rebinned(to count: Int, on ladder: Ladder) -> SizeDistributions {
    guard !numbers.isEmpty else {
      return SizeDistributions(edges: [], radii: [], numbers: [], units: [])
    }
    let cells = occupied
    let outer = ladder.radius(ofUnits: starts[cells])
    let inner = ladder.radius(ofUnits: 1.5)
    var edges = [0]
    for cell in 1..<cells {
      let radius = ladder.radius(ofUnits: starts[cell])
      let reached = Double(count) * (radius - inner) / (outer - inner)
      if reached >= Double(edges.count) { edges.append(cell) }
    }
    edges.append(max(cells, edges[edges.count - 1] + 1))
    let bounds = edges.map { starts[min($0, starts.count - 1)] }
    return SizeDistributions(
      edges: bounds, radii: bounds.map { ladder.radius(ofUnits: $0) * 1e9 },
      numbers: numbers.map { merged($0, at: edges) }, units: units.map { merged($0, at: edges) })
  }

  /// Cells up to the largest that ever held anything.
  private var occupied: Int {
    let most = units.reduce(0) { max($0, $1.reduce(0, +)) }
    var last = 1
    for column in units {
      let reached = column.lastIndex { $0 > 1e-12 * most } ?? 0
      last = max(last, reached + 1)
    }
    return last
  }

  private func merged(_ column: [Double], at edges: [Int]) -> [Double] {
    (0..<edges.count - 1).map { bin in
      // The last bin takes what little lies beyond it, so that sums are kept.
      let end = bin == edges.count - 2 ? column.count : min(edges[bin + 1], column.count)
      guard edges[bin] < end else { return 0 }
      return column[edges[bin]..<end].reduce(0, +)
    }
  }
}

extension [Double] {
  /// Lengthens by zeros, or cuts.
  mutating func resize(to count: Int) {
    if count < self.count { removeLast(self.count - count) }
    if count > self.count { append(contentsOf: repeatElement(0, count: count - self.count)) }
  }
}

// MARK: - Keeping

extension FineCells: Keepable {
  /// Made anew, from the largest: `cells`, `starts`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.mark("sizes")
    var (count, largest) = (cells.count, cells.largest)
    try tape.pass(&count)
    try tape.pass(&largest)
    try tape.pass(&numbers)
    try tape.pass(&units)
    guard tape.isReading else { return }
    grow(to: largest)
    while cells.count < count { grow(to: cells.largest + 1) }
  }
}
