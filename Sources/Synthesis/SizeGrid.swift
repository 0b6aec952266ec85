public import Kinetics

/// Which sizes a balance resolves, and how.
public struct SizeGrid: Sendable, Hashable {
  /// How particles are sorted by size.
  public enum Kind: String, Sendable, CaseIterable {
    /// Every size by itself.
    case exact
    /// Every size by itself up to a limit, then cells that widen in proportion to their size.
    case hybrid
    /// Classes of particles that move with their size as they grow.
    case moving
  }

  /// What happens at the largest size.
  public enum Top: String, Sendable, CaseIterable {
    /// The grid grows before anything reaches its top.
    case growing
    /// The largest cluster takes up nothing more.
    case closed
    /// What grows past the largest cluster is lost.
    case open
  }

  public var kind: Kind
  public var top: Top
  /// The largest cluster, units; for a growing top, where the run is refused to go on.
  public var largest: Int
  /// On the hybrid grid, the largest size with a cell of its own.
  public var unitCells: Int
  /// On the hybrid grid, the width of a cell over the sizes below it.
  public var cellRatio: Double
  /// On the moving grid, how far the particles of a class may differ in radius when it is closed.
  public var classSpread: Double
  /// On the moving grid, how many classes there are at most.
  public var classes: Int
  /// Whether growth spreads particles as the random walk of single units does.
  public var hasGrowthNoise: Bool

  public init(
    kind: Kind = .exact, top: Top = .growing, largest: Int = 4_000_000, unitCells: Int = 60,
    cellRatio: Double = 0.02, classSpread: Double = 0.03, classes: Int = 240,
    hasGrowthNoise: Bool = true
  ) {
    self.kind = kind
    self.top = top
    self.largest = largest
    self.unitCells = unitCells
    self.cellRatio = cellRatio
    self.classSpread = classSpread
    self.classes = classes
    self.hasGrowthNoise = hasGrowthNoise
  }

  /// The cells of a grid that does not move, with room for the monomer.
  public var cells: SizeCells {
    guard kind == .hybrid else { return .exact }
    return hasGrowthNoise
      ? SizeCells(unitCount: unitCells, ratio: cellRatio) : SizeCells(smooth: cellRatio)
  }
}
