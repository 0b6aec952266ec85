import Glibc

/// The line that leads from numbers in a unit to SI, correctly rounded for decimal units.
///
///     si = number · multiplier / divisor + offset
struct LinearConversion {
  private let multiplier: Double
  private let divisor: Double
  private let offset: Double

  /// From where the conversion puts zero and one, and the root that is to be taken of its scale.
  init(offset: Double, scale: Double, root: Int) {
    let size = root == 1 ? scale : pow(scale, 1 / Double(root))
    let slack = root == 1 ? 1e-15 : 1e-14
    self.offset = offset
    let inverse = Self.decimal(1 / size, within: slack)
    if size < 1, let inverse, inverse <= 1e22 {
      multiplier = 1
      divisor = inverse
    } else {
      multiplier = Self.decimal(size, within: slack) ?? size
      divisor = 1
    }
  }

  func forward(_ number: Double) -> Double { number * multiplier / divisor + offset }

  func backward(_ value: Double) -> Double { (value - offset) * divisor / multiplier }

  /// The number of twelve digits that a scale is meant to be: 1000 for 999.9999999999999.
  private static func decimal(_ value: Double, within slack: Double) -> Double? {
    let rounded = WrittenQuantity.rounded(value, digits: 12)
    return abs(rounded - value) <= slack * abs(value) ? rounded : nil
  }
}
