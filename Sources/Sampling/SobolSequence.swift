/// The Sobol sequence, unscrambled, in Gray-code order, from the origin on.
///
/// Point k is the exclusive or of the direction numbers V(j) over the bits j that are set in
/// the Gray code k ⊕ (k >> 1), so any point is found without those before it.
///
/// I. M. Sobol, *USSR Comput. Math. Math. Phys.* **7**, 86 (1967);
/// P. Bratley and B. L. Fox, *ACM Trans. Math. Softw.* **14**, 88 (1988).
public struct SobolSequence: Sendable {
  public static let name = "new-joe-kuo-6"

  /// Binary digits of a coordinate, so 2^30 points before the sequence ends.
  public static let digits = 30
  public static let dimensionLimit = JoeKuo.table.count + 1

  private let directions: [[UInt32]]

  public init(dimensions: Int) {
    precondition(
      (1...Self.dimensionLimit).contains(dimensions),
      "a Sobol sequence has 1 to \(Self.dimensionLimit) dimensions")
    directions = (0..<dimensions).map(Self.directionNumbers)
  }

  /// Coordinates of the point, each in [0, 1).
  public func point(at index: Int) -> [Double] {
    let grayCode = index ^ (index >> 1)
    return directions.map { column in
      var digits: UInt32 = 0
      for bit in 0..<Self.digits where grayCode >> bit & 1 == 1 { digits ^= column[bit] }
      return Double(digits) / Double(1 << Self.digits)
    }
  }

  private static func directionNumbers(ofDimension dimension: Int) -> [UInt32] {
    var numbers = dimension == 0 ? [UInt32](repeating: 1, count: digits) : []
    if dimension > 0 { numbers = extended(JoeKuo.table[dimension - 1]) }
    return numbers.enumerated().map { bit, number in number << (digits - 1 - bit) }
  }

  /// Continues the table's numbers by their recurrence.
  ///
  ///     m(k) = 2 c1 m(k-1) ⊕ ... ⊕ 2^s m(k-s) ⊕ m(k-s)
  private static func extended(_ row: JoeKuo) -> [UInt32] {
    var numbers = row.initial
    let degree = numbers.count
    for index in degree..<digits {
      let oldest = numbers[index - degree]
      var next = oldest ^ (oldest << degree)
      for term in 1..<degree where row.coefficients >> (degree - 1 - term) & 1 == 1 {
        next ^= numbers[index - term] << term
      }
      numbers.append(next)
    }
    return numbers
  }
}
