/// The state of the flask at one time, as numbers that people compare.
///
/// Everything about crystals counts particles of at least the crystal floor. SI units, but for radii
/// in nm, as results hold them.
public struct Frame: Sendable {
  public var time = 0.0
  public var temperature = 0.0
  /// m³.
  public var volume = 0.0
  /// Concentration of each species, mol/m³.
  public var species: [Double] = []
  /// Free monomer, mol/m³.
  public var solute = 0.0
  /// c/c_inf; nil where the solid is insoluble.
  public var supersaturation: Double?
  /// Crystals, 1/m³.
  public var number = 0.0
  /// Mean radius of the crystals, nm; nil without crystals.
  public var radiusMean: Double?
  /// Standard deviation of the radius of the crystals, nm.
  public var radiusSD: Double?
  /// Units in crystals over all that can become solute.
  public var yield = 0.0
  /// Net flux through the crystal floor, 1/(m³ s).
  public var nucleationRate = 0.0
  /// Radius at which a crystal neither grows nor dissolves, nm; nil where S ≤ 1.
  public var criticalRadius: Double?
  /// Units in clusters from the dimer to below the floor, mol/m³.
  public var subcritical = 0.0
  /// Units in crystals, mol/m³.
  public var inCrystals = 0.0
  /// Σ n² of the crystals of n units, 1/m³.
  public var unitsSquared = 0.0
  /// Area of the crystals, m²/m³.
  public var area = 0.0
  /// Units lost by yields below one or through an open top, less those that a held species
  /// supplied, mol/m³.
  public var lost = 0.0
  /// What the balance of matter is off, as a share of all units.
  public var matterDefect = 0.0

  public init() {}

  /// Standard deviation of the radius over its mean.
  public var dispersion: Double? {
    guard let radiusMean, let radiusSD else { return nil }
    return radiusSD / radiusMean
  }
}
