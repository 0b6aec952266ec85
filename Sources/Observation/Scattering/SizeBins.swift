public import Synthesis

/// The sizes whose numbers are known: radii by themselves, and bins within which number is even in radius.
public struct SizeBins: Sendable, Hashable {
  /// From where to where each bin reaches, m; a size by itself does not reach at all.
  public let bounds: [ClosedRange<Double>]

  public var count: Int { bounds.count }

  public init(_ bounds: [ClosedRange<Double>]) {
    self.bounds = bounds
  }

  /// Bins side by side, given by their edges in m.
  public init(edges: [Double]) {
    self.init(zip(edges, edges.dropFirst()).map { $0...$1 })
  }

  /// Single radii, m.
  public init(radii: [Double]) {
    self.init(radii.map { $0...$0 })
  }

  /// The bins of a run; one that holds a single whole number of units is that size alone.
  public init(of sizes: SizeDistributions) {
    let nanometre = 1e-9
    self.init(
      sizes.edges.indices.dropLast().map { bin in
        let (lower, upper) = (sizes.edges[bin], sizes.edges[bin + 1])
        let (inner, outer) = (sizes.radii[bin] * nanometre, sizes.radii[bin + 1] * nanometre)
        guard upper - lower < 1.5, lower > 0, (lower + 0.5).rounded() == lower + 0.5 else {
          return inner...outer
        }
        // Radii go with the cube root of units, which the edges bear.
        let scale = outer * outer * outer / upper
        let radius = (scale * 0.5 * (lower + upper)).cubeRoot
        return radius...radius
      })
  }

  /// The largest radius, m.
  public var largest: Double { bounds.reduce(0) { max($0, $1.upperBound) } }
}
