/// Size distributions over time on one set of bins; number and units of every bin are exact sums.
public struct SizeDistributions: Sendable {
  /// Edges of the bins in units, one more than the bins: halves of integers, but on cells without growth noise.
  public var edges: [Double]
  /// The same edges as radii, nm.
  public var radii: [Double]
  /// For each time, particles in each bin, 1/m³.
  public var numbers: [[Double]]
  /// For each time, units in each bin, mol/m³.
  public var units: [[Double]]

  public init(edges: [Double], radii: [Double], numbers: [[Double]], units: [[Double]]) {
    self.edges = edges
    self.radii = radii
    self.numbers = numbers
    self.units = units
  }
}
