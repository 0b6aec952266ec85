/// Particles that are there from the start, or come in an injection.
public struct SeedPopulation: Sendable, Hashable {
  /// The number distribution of diameters.
  public enum Distribution: Sendable, Hashable {
    /// One diameter, m.
    case single(diameter: Double)
    /// Mean diameter (m) and relative standard deviation.
    case lognormal(mean: Double, dispersion: Double)
    case normal(mean: Double, dispersion: Double)
    case schulz(mean: Double, dispersion: Double)
    /// What ripening tends to, with the mean diameter (m).
    case ripened(RipenedSizes, mean: Double)
    /// Edges of diameter bins (m, one more than the counts) and the share of particles in each.
    case histogram(edges: [Double], counts: [Double])
  }

  /// Particles per volume of the liquid that holds them, 1/m³.
  public var number: Double
  public var distribution: Distribution

  public init(number: Double, distribution: Distribution) {
    self.number = number
    self.distribution = distribution
  }
}
