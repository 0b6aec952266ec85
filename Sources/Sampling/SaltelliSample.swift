/// The sample from which variance-based sensitivity indices are estimated: blocks of points that differ in
/// one coordinate.
///
/// Two independent samples A and B of N points are the halves of N points in 2D dimensions. Each of the N
/// blocks holds, in this order, its point of A; for every axis i that point with coordinate i of B (AB_i);
/// where second orders are asked for, for every axis the point of B with coordinate i of A (BA_i); and its
/// point of B: D + 2 or 2D + 2 points.
///
/// The points are number N to 2N - 1 of the Sobol sequence, N a power of two. They are spread as evenly as
/// the first N, whose first two points are the same in A and B and would tell nothing.
///
/// A. Saltelli, *Comput. Phys. Commun.* **145**, 280 (2002), doi:10.1016/S0010-4655(02)00280-1;
/// on the points that are left out: A. B. Owen, arXiv:2008.08051.
public struct SaltelliSample: Sendable {
  public let dimensions: Int
  /// N.
  public let samples: Int
  public let hasSecondOrder: Bool
  private let sequence: SobolSequence

  public static let dimensionLimit = SobolSequence.dimensionLimit / 2
  /// Twice as many points of the sequence are needed.
  public static let sampleLimit = 1 << (SobolSequence.digits - 1)

  /// - Parameter samples: a power of two, up to ``sampleLimit``.
  public init(dimensions: Int, samples: Int, hasSecondOrder: Bool) {
    precondition(
      samples > 0 && samples & (samples - 1) == 0 && samples <= Self.sampleLimit,
      "N is a power of two")
    self.dimensions = dimensions
    self.samples = samples
    self.hasSecondOrder = hasSecondOrder
    sequence = SobolSequence(dimensions: 2 * dimensions)
  }

  /// Points in a block.
  public var blockSize: Int { (hasSecondOrder ? 2 : 1) * dimensions + 2 }
  public var count: Int { samples * blockSize }

  /// Coordinates of the point, each in [0, 1).
  public func point(at index: Int) -> [Double] {
    let (block, place) = index.quotientAndRemainder(dividingBy: blockSize)
    let both = sequence.point(at: samples + block)
    let (a, b) = (Array(both[..<dimensions]), Array(both[dimensions...]))
    switch place {
    case 0: return a
    case blockSize - 1: return b
    case 1...dimensions: return Self.mixed(a, at: place - 1, with: b)
    default: return Self.mixed(b, at: place - 1 - dimensions, with: a)
    }
  }

  private static func mixed(_ point: [Double], at axis: Int, with other: [Double]) -> [Double] {
    var mixed = point
    mixed[axis] = other[axis]
    return mixed
  }

  /// The powers of two below and above a number that is none, from two up to the limit.
  public static func nearestSamples(to number: Int) -> (below: Int, above: Int) {
    var below = 2
    while below < sampleLimit / 2, 2 * below <= number { below *= 2 }
    return (below, 2 * below)
  }
}
