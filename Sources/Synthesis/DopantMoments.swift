/// What crystals carry of one dopant, over all of them.
public struct DopantMoments: Sendable, Hashable {
  /// Mean number in a crystal; nil without crystals.
  public var mean: Double?
  /// Variance of the number over crystals; nil without crystals.
  public var variance: Double?
  /// Share of the dopants of the crystals that lie on the surface; nil where there are none.
  public var onSurface: Double?
  /// Share of the crystals that carry none; nil where sums over particles do not tell, and without
  /// crystals.
  public var without: Double?
  /// What particles of all sizes carry, mol/m³.
  public var carried = 0.0
  /// What the balance of the dopant is off, as a share of all of it.
  public var defect = 0.0

  public init() {}
}
