/// Size distributions over time on common bins.
public struct SizeTable: Sendable, Equatable {
  /// s.
  public var times: [Double]
  /// Edges of the bins in units, one more than the bins.
  public var edges: [Double]
  /// The same edges as radii, nm.
  public var radiusEdges: [Double]
  /// For each time, particles in each bin, 1/m³.
  public var numbers: [[Double]]
  /// For each time, units in each bin, mol/m³.
  public var units: [[Double]]
  /// Between replicates, the standard deviation of the particles in each bin, 1/m³; nil of a balance.
  public var numberSD: [[Double]]?

  public init(
    times: [Double], edges: [Double], radiusEdges: [Double], numbers: [[Double]],
    units: [[Double]], numberSD: [[Double]]? = nil
  ) {
    self.times = times
    self.edges = edges
    self.radiusEdges = radiusEdges
    self.numbers = numbers
    self.units = units
    self.numberSD = numberSD
  }

  /// The middles of the bins, nm.
  public var radii: [Double] {
    zip(radiusEdges, radiusEdges.dropFirst()).map { 0.5 * ($0 + $1) }
  }

  /// For each time, dN/dr, 1/(m³ nm).
  public var densities: [[Double]] {
    let widths = zip(radiusEdges, radiusEdges.dropFirst()).map { $1 - $0 }
    return numbers.map { row in zip(row, widths).map { $0 / $1 } }
  }
}
