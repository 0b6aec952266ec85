/// The sizes that a balance resolves, as cells of whole sizes: one size each, then wider ones.
///
/// Cell 1 is the monomer, so that up to `unitCount` the number of a cell is its size. Beyond, the
/// width of a cell is `ratio` times the sizes below it, rounded down.
public struct SizeCells: Sendable, Hashable {
  /// Cells of one size each, from the monomer on.
  public let unitCount: Int
  /// Width of a wide cell over its lower edge.
  public let ratio: Double
  /// The largest size of each wide cell.
  private var wideEnds: [Int] = []
  /// Cells in all, the monomer's included.
  public private(set) var count = 1

  /// Every size by itself.
  public static let exact = SizeCells(unitCount: .max, ratio: 0)

  public init(unitCount: Int, ratio: Double) {
    self.unitCount = unitCount
    self.ratio = ratio
  }

  /// Whether every size has its own cell, however many there are.
  public var isExact: Bool { unitCount == .max }

  /// The largest size of a cell, units.
  public func last(_ cell: Int) -> Int {
    cell <= unitCount ? cell : wideEnds[cell - unitCount - 1]
  }

  /// The smallest size of a cell, units.
  public func first(_ cell: Int) -> Int { cell <= 1 ? 1 : last(cell - 1) + 1 }

  public func width(_ cell: Int) -> Int { last(cell) - first(cell) + 1 }

  /// The units that each particle of a cell counts for.
  public func mean(_ cell: Int) -> Double { 0.5 * Double(first(cell) + last(cell)) }

  /// The largest size of all.
  public var largest: Int { last(count) }

  /// Adds cells until sizes of `largest` units have one.
  public mutating func grow(to largest: Int) {
    if largest <= unitCount {
      count = max(count, largest)
      return
    }
    count = max(count, unitCount)
    while self.largest < largest {
      let below = self.largest
      wideEnds.append(below + max(1, Int(Double(below) * ratio)))
      count += 1
    }
  }

  /// The cell of a size that the grid reaches.
  public func cell(of units: Int) -> Int {
    guard units > unitCount else { return units }
    var (low, high) = (0, wideEnds.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if wideEnds[middle] < units { low = middle + 1 } else { high = middle }
    }
    return unitCount + 1 + low
  }
}
