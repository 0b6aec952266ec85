import Foundation
import Kinetics
import Synthesis

/// What the shape that ripening tends to is held against: numbers of z = r/r\*, by quadrature over the
/// shares that seeds are made of.
enum RipenedQuantity: String, CaseIterable {
  /// ⟨z⟩.
  case mean
  /// Standard deviation over mean.
  case dispersion
  case skewness
  /// Of a normal distribution zero.
  case excessKurtosis = "excess_kurtosis"
  /// ⟨z²⟩/⟨z⟩².
  case square
  /// ⟨z³⟩/⟨z⟩³.
  case cube
  /// Where the density g(z) is highest.
  case mode
  /// The density there.
  case peak

  func value(of shape: RipenedSizes) -> Double {
    let (first, second, third) = (shape.moment(1), shape.moment(2), shape.moment(3))
    let variance = second - first * first
    switch self {
    case .mean: return first
    case .dispersion: return variance.squareRoot() / first
    case .skewness:
      return (third - 3 * first * second + 2 * first * first * first)
        / (variance * variance.squareRoot())
    case .excessKurtosis:
      let square = first * first
      let fourth = shape.moment(4) - 4 * first * third + 6 * square * second - 3 * square * square
      return fourth / (variance * variance) - 3
    case .square: return second / (first * first)
    case .cube: return third / (first * first * first)
    case .mode: return shape.peak.ratio
    case .peak: return shape.peak.density
    }
  }
}

extension RipenedSizes {
  /// ⟨z^k⟩ = ∫ k z^(k-1) [1 - P(z)] dz.
  fileprivate func moment(_ order: Int) -> Double {
    let rule = GaussLegendre(200)
    return zip(rule.nodes, rule.weights).reduce(0) { sum, node in
      let ratio = cutoff * node.0
      return sum + cutoff * node.1 * Double(order) * pow(ratio, Double(order - 1))
        * (1 - below(ratio))
    }
  }

  /// g(z) = dP/dz, and its own slope.
  private func density(_ ratio: Double) -> (level: Double, slope: Double) {
    let share = below(Jet<Double>(level: ratio, slope: 1, curvature: 0))
    return (share.slope, share.curvature)
  }

  /// The ratio at which the density is highest, and the density there.
  fileprivate var peak: (ratio: Double, density: Double) {
    var (low, high) = (0.1 * cutoff, 0.99 * cutoff)
    while high - low > 1e-14 {
      let middle = 0.5 * (low + high)
      if density(middle).slope > 0 { low = middle } else { high = middle }
    }
    return (low, density(low).level)
  }
}
