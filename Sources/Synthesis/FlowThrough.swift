/// A continuous stirred tank: what flows in replaces what flows out, fully mixed.
///
///     dX/dt = ... + (X_f - X)/τ,   dy/dt = ... - y/τ
///
/// A. D. Randolph, M. A. Larson, *Theory of Particulate Processes* (Academic Press, 1971).
public struct FlowThrough: Sendable, Hashable {
  /// τ, s: volume over flow.
  public var residenceTime: Double
  /// Concentration of each species of the network in what flows in, mol/m³.
  public var contents: [Double]
  /// Particles in what flows in.
  public var seeds: [SeedPopulation]
  /// Its own temperature, K, for a flask with a heat balance; nil for the flask's.
  public var temperature: Double?

  public init(
    residenceTime: Double, contents: [Double], seeds: [SeedPopulation] = [],
    temperature: Double? = nil
  ) {
    self.residenceTime = residenceTime
    self.contents = contents
    self.seeds = seeds
    self.temperature = temperature
  }
}
