/// A species that covers the surface of the particles.
///
///     dθ_i/dt = k_a c_i (1 - Σ_j θ_j) - k_d θ_i
///     total_i = c_i V + θ_i σ A/N_A
///
/// I. Langmuir, *J. Am. Chem. Soc.* **40**, 1361 (1918), doi:10.1021/ja02242a004. One coverage holds
/// for all surface, which is the more true the faster ligands exchange compared with growth; new
/// surface is covered as the old is, and what that takes is missing in the solution.
public struct Ligand: Sendable, Hashable {
  /// The species.
  public var name: String
  /// k_a, m³/(mol s).
  public var adsorptionConstant: Coefficient
  /// k_d, 1/s.
  public var desorptionConstant: Coefficient
  /// Sites per area, 1/m².
  public var siteDensity: Double
  /// Coverage at the start; nil for the equilibrium with the solution.
  public var initialCoverage: Double?
  /// Whether it blocks growth, where a law of attachment is gated.
  public var gates: Bool

  public init(
    name: String, adsorptionConstant: Coefficient, desorptionConstant: Coefficient,
    siteDensity: Double, initialCoverage: Double? = nil, gates: Bool = true
  ) {
    self.name = name
    self.adsorptionConstant = adsorptionConstant
    self.desorptionConstant = desorptionConstant
    self.siteDensity = siteDensity
    self.initialCoverage = initialCoverage
    self.gates = gates
  }
}
