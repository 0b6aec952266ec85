/// A Latin hypercube: along every axis, each of `samples` equal strata holds just one point.
///
/// M. D. McKay, R. J. Beckman and W. J. Conover, *Technometrics* **21**, 239 (1979),
/// doi:10.1080/00401706.1979.10489755.
public struct LatinHypercube: Sendable {
  private let strata: [[UInt32]]
  private let numbers: Philox

  public init(dimensions: Int, samples: Int, seed: UInt64) {
    let numbers = Philox(seed: seed)
    self.numbers = numbers
    strata = (0..<dimensions).map { Self.permutation(of: samples, from: numbers, stream: 2 * $0) }
  }

  /// Coordinates of the point, each in [0, 1).
  public func point(at index: Int) -> [Double] {
    strata.enumerated().map { dimension, order in
      let offset = numbers.uniform(index, ofStream: 2 * dimension + 1)
      let position = (Double(order[index]) + offset) / Double(order.count)
      return min(position, (1.0).nextDown)
    }
  }

  /// Shuffles by Fisher and Yates; the draw below n takes the high word of bits × n, whose bias
  /// n / 2^64 is far below what any sample can show.
  private static func permutation(of count: Int, from numbers: Philox, stream: Int) -> [UInt32] {
    var order = (0..<count).map { UInt32($0) }
    for last in stride(from: count - 1, to: 0, by: -1) {
      let bits = numbers.bits(last, ofStream: stream)
      let other = Int(bits.multipliedFullWidth(by: UInt64(last + 1)).high)
      order.swapAt(last, other)
    }
    return order
  }
}
