import RealModule

extension WorkOfFormation<Double> {
  /// The largest critical size that is looked for, units: no nucleus of more is ever born.
  static let largest = 1e9

  /// Where the slope is looked at, a tenth of a decade apart, so that every top is bracketed.
  private static let sizes = (0...90).map { Double.pow(10, 0.1 * Double($0)) }

  /// The size at which the work is highest; 1 where it falls from the monomer on, nil where it still
  /// rises at the largest size.
  func top() -> Double? {
    let slopes = slopes(at: Self.sizes)
    guard let last = slopes.last, last < 0 else { return nil }
    var tops = slopes[0] <= 0 ? [1.0] : []
    for (index, slope) in slopes.dropLast().enumerated() where slope > 0 && slopes[index + 1] <= 0 {
      tops.append(top(between: Self.sizes[index], and: Self.sizes[index + 1]))
    }
    return tops.max { self($0) < self($1) }
  }

  /// The size beyond a top where the work has fallen by a depth in kT; the top itself where it never
  /// does.
  func size(beyond top: Double, lower depth: Double) -> Double {
    let wanted = self(top) - depth
    var width = 0.1 * top
    while self(top + width) > wanted {
      width *= 2
      guard top + width < 1e3 * Self.largest else { return top }
    }
    return Self.root(between: top, and: top + width, startingAt: top + width) {
      let jet = jet(at: $0)
      return (wanted - jet.level, -jet.slope)
    }
  }

  /// dW/dn at many sizes.
  private func slopes(at sizes: [Double]) -> [Double] {
    let along = medium.constant
    let particles = sizes.map {
      Particle(units: Dual($0, derivative: 1), volumePerUnit: ladder.volumePerUnit)
    }
    let thermal = medium.thermalEnergy
    return ladder.energies(of: particles, in: along).map { $0.derivative / thermal - driving }
  }

  private func top(between low: Double, and high: Double) -> Double {
    Self.root(between: low, and: high, startingAt: (low * high).squareRoot()) {
      let jet = jet(at: $0)
      return (-jet.slope, -jet.curvature)
    }
  }

  /// The root of a function that goes from below zero to above: Newton's method, and bisection where
  /// it leaves the bracket.
  private static func root(
    between low: Double, and high: Double, startingAt start: Double,
    _ function: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var (low, high, place) = (low, high, start)
    for _ in 0..<200 {
      let (value, slope) = function(place)
      if value < 0 { low = place } else { high = place }
      var next = place - value / slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if abs(next - place) <= 1e-14 * place { return next }
      place = next
    }
    return place
  }
}
