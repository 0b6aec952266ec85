/// Where a positive quantity over time turns from falling to rising and back.
///
/// Swings of less than a thousandth of the quantity are none, since steps of an integrator err too.
struct TurningPoints {
  private static let least = 1e-3

  /// Where it turns from falling to rising, s.
  private(set) var minima: [Double] = []
  /// Where it turns from rising to falling, s.
  private(set) var maxima: [Double] = []
  /// Whether it falls at the end; nil where it never moved.
  private(set) var isFalling: Bool?

  init(_ curve: Curve) {
    let values = curve.values
    var (low, high) = (0, 0)
    for place in values.indices {
      if values[place] < values[low] { low = place }
      if values[place] > values[high] { high = place }
      if isFalling != true, values[place] < values[high] * (1 - Self.least) {
        if isFalling == false { maxima.append(curve.extremum(around: high).time) }
        isFalling = true
        low = place
      } else if isFalling != false, values[place] > values[low] * (1 + Self.least) {
        if isFalling == true { minima.append(curve.extremum(around: low).time) }
        isFalling = false
        high = place
      }
    }
  }
}
