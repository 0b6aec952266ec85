import RealModule

/// Nodes and weights on (0, 1) that integrate polynomials of degree below 2n exactly.
///
/// The nodes are the zeros of the Legendre polynomial P_n, by Newton's method. W. H. Press et al.,
/// *Numerical Recipes*, 3rd ed. (2007), section 4.6.
public struct GaussLegendre: Sendable {
  public let nodes: [Double]
  public let weights: [Double]

  public init(_ count: Int) {
    let roots = (0..<count).map { place in
      var x = Double.cos(.pi * (Double(place) + 0.75) / (Double(count) + 0.5))
      for _ in 0..<100 {
        let (value, slope) = Self.legendre(count, x)
        let step = value / slope
        x -= step
        if abs(step) < 1e-15 { break }
      }
      return x
    }
    nodes = roots.map { 0.5 * (1 + $0) }
    weights = roots.map { x in
      let slope = Self.legendre(count, x).slope
      return 1 / ((1 - x * x) * slope * slope)
    }
  }

  /// P_n and its derivative.
  private static func legendre(_ degree: Int, _ x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for k in 2...max(2, degree) {
      let order = Double(k)
      (before, value) = (value, ((2 * order - 1) * x * value - (order - 1) * before) / order)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}
