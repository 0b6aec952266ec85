/// The sizes that a balance resolves, as cells: of one size each, then wider ones.
///
/// Cell 1 is the monomer, so that up to `unitCount` the number of a cell is its size. Beyond, the
/// width of a cell is `ratio` times the sizes below it: a whole number of sizes on the lattice of
/// units, any number where growth is taken as smooth. Edges lie half a unit beside whole sizes.
public struct SizeCells: Sendable, Hashable {
  /// Cells of one size each, from the monomer on.
  public let unitCount: Int
  /// Width of a wide cell over its lower edge.
  public let ratio: Double
  /// Whether wide cells hold whole sizes.
  public let isLattice: Bool
  /// The upper edge of each wide cell, units.
  private var wideEdges: [Double] = []
  /// Cells in all, the monomer's included.
  public private(set) var count = 1

  /// Every size by itself.
  public static let exact = SizeCells(unitCount: .max, ratio: 0)

  /// Cells of whole sizes: `unitCount` of one each, then wider ones.
  public init(unitCount: Int, ratio: Double) {
    self.unitCount = unitCount
    self.ratio = ratio
    isLattice = true
  }

  /// Cells of any width above the monomer, for growth that knows no single units.
  public init(smooth ratio: Double) {
    unitCount = 1
    self.ratio = ratio
    isLattice = false
  }

  /// Whether every size has its own cell, however many there are.
  public var isExact: Bool { unitCount == .max }

  /// Where a cell ends, units.
  public func upperEdge(_ cell: Int) -> Double {
    cell <= unitCount ? Double(cell) + 0.5 : wideEdges[cell - unitCount - 1]
  }

  /// Where a cell begins, units.
  public func lowerEdge(_ cell: Int) -> Double { cell <= 1 ? 0.5 : upperEdge(cell - 1) }

  /// The sizes that a cell holds.
  public func width(_ cell: Int) -> Double { upperEdge(cell) - lowerEdge(cell) }

  /// The units that each particle of a cell counts for.
  public func mean(_ cell: Int) -> Double { 0.5 * (lowerEdge(cell) + upperEdge(cell)) }

  /// The largest whole size below the upper edge of a cell, units.
  public func last(_ cell: Int) -> Int { Int(upperEdge(cell)) }

  /// The largest whole size of all.
  public var largest: Int { last(count) }

  /// Adds cells until sizes of `largest` units have one.
  public mutating func grow(to largest: Int) {
    if largest <= unitCount {
      count = max(count, largest)
      return
    }
    count = max(count, unitCount)
    while upperEdge(count) < Double(largest) + 0.5 {
      let below = upperEdge(count)
      let width = isLattice ? max(1, ((below - 0.5) * ratio).rounded(.down)) : below * ratio
      wideEdges.append(below + width)
      count += 1
    }
  }

  /// The cell of a size that the grid reaches.
  public func cell(of units: Double) -> Int {
    guard units > upperEdge(min(unitCount, count)) else {
      return max(1, Int((units + 0.5).rounded(.down)))
    }
    var (low, high) = (0, wideEdges.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if wideEdges[middle] < units { low = middle + 1 } else { high = middle }
    }
    return unitCount + 1 + low
  }
}
