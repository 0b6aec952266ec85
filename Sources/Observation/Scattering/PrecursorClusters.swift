import RealModule

/// What molecules or small clusters of a precursor scatter, as Guinier's law says.
///
///     I(q) = c N_A (r_e Z)² exp(-q² R_g²/3)
///
/// with Z the electrons that one of them has in excess of the solvent in its place. A. Guinier, *Ann.
/// Phys.* **11**, 161 (1939), doi:10.1051/anphys/193911120161.
public struct PrecursorClusters: Sendable, Hashable {
  /// The species that they are of.
  public var species: String
  /// R_g, m.
  public var radiusOfGyration: Double
  public var excessElectrons: Double

  public init(species: String, radiusOfGyration: Double, excessElectrons: Double) {
    self.species = species
    self.radiusOfGyration = radiusOfGyration
    self.excessElectrons = excessElectrons
  }

  /// 1/m, at a concentration in mol/m³.
  public func intensity(at q: Double, concentration: Double) -> Double {
    let length = ThomsonScattering.electronRadius * excessElectrons
    return concentration * ThomsonScattering.avogadro * length * length
      * .exp(-q * q * radiusOfGyration * radiusOfGyration / 3)
  }
}
