/// Particles by size at one time, 1/m³, on every cell or class that the balance resolves.
public struct Population: Sendable {
  /// Where each cell or class begins and ends, units.
  public var bounds: [ClosedRange<Double>]
  /// Units of a particle.
  public var units: [Double]
  public var numbers: [Double]
}
