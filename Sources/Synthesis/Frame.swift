import Kinetics

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
  /// Q: units of solute that reactions make, net, and that flow in as solute, mol/(m³ s).
  ///
  /// In a flask, d(cV)/dt = (Q - uptake) V. What a continuous tank lets out and what keeps a held
  /// solute constant are no part of it.
  public var supplyRate = 0.0
  /// Units that particles of all sizes take from the solute, net of what they give back, and with
  /// those of newborn nuclei, mol/(m³ s).
  public var uptakeRate = 0.0
  /// G n: units that crystals take from the solute as they grow, net, mol/(m³ s), without those that
  /// particles bring along that become crystals.
  public var crystalUptakeRate = 0.0
  /// dr/dt of a crystal of the mean radius, nm/s; nil without crystals.
  public var growthRate: Double?
  /// Share of all units that left the precursors, which are the species other than the solute that
  /// can become it.
  public var conversion = 0.0
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
  /// Share of the sites of the surface that each ligand covers.
  public var coverages: [Double] = []
  /// What the crystals carry, dopant by dopant.
  public var dopants: [DopantMoments] = []
  /// Units lost by yields below one or through an open top, less those that a held species
  /// supplied, mol/m³.
  public var lost = 0.0
  /// What the balance of matter is off, as a share of all units.
  public var matterDefect = 0.0

  /// d ln(sd)/d ln(mean radius), from the neighbouring frames; nil where the mean does not move.
  public internal(set) var focusing: Double?

  public init() {}

  /// Share of the sites that ligands cover; nil without ligands.
  public var coverage: Double? { coverages.isEmpty ? nil : coverages.reduce(0, +) }

  /// Standard deviation of the radius over its mean.
  public var dispersion: Double? {
    guard let radiusMean, let radiusSD else { return nil }
    return radiusSD / radiusMean
  }

  /// G: units that a crystal takes up as it grows, 1/s; nil without crystals.
  ///
  /// Supply meets uptake at Q = G n (T. Sugimoto). The growth rate is another quantity, that of the
  /// radius.
  public var uptakePerCrystal: Double? {
    radiusMean == nil ? nil : crystalUptakeRate * PhysicalConstants.avogadro / number
  }

  /// r/r*: the mean radius over the critical one.
  public var relativeRadius: Double? {
    guard let radiusMean, let criticalRadius else { return nil }
    return radiusMean / criticalRadius
  }
}
