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

  /// Streams that flow together, each with its share of the flow and of the crystals.
  ///
  ///     ⟨m⟩ = Σ N m/Σ N,  var = Σ N [var_i + (m_i - ⟨m⟩)²]/Σ N
  init(mixing streams: [(share: Double, crystals: Double, moments: DopantMoments)]) {
    carried = streams.reduce(0) { $0 + $1.share * $1.moments.carried }
    defect = streams.reduce(0) { $0 + $1.share * $1.moments.defect }
    let known = streams.filter { $0.crystals > 0 && $0.moments.mean != nil }
    let number = known.reduce(0) { $0 + $1.crystals }
    guard number > 0 else { return }
    func average(_ value: (DopantMoments) -> Double) -> Double {
      known.reduce(0) { $0 + $1.crystals * value($1.moments) } / number
    }
    let middle = average { $0.mean ?? 0 }
    mean = middle
    variance = average {
      let distance = ($0.mean ?? 0) - middle
      return ($0.variance ?? 0) + distance * distance
    }
    if middle > 0 { onSurface = average { ($0.mean ?? 0) * ($0.onSurface ?? 0) } / middle }
    if known.allSatisfy({ $0.moments.without != nil }) { without = average { $0.without ?? 0 } }
  }
}
