import Kinetics
import RealModule

/// Averages over the directions of a body with the symmetry of the cube, against qr.
///
/// Directions of one of the 48 equal sectors are enough. Between the nodes of the table, polynomials
/// through six of them hold to about 1e-7 of the envelope.
struct PowderTable: Sendable {
  /// Up to which qr the table reaches.
  let largest: Double
  private let amplitudes: [Double]
  private let intensities: [Double]

  private static let step = 0.06

  /// - Parameter amplitude: what gives, for averages at a product qr, the amplitude over the volume at a
  ///   wavevector over the inverse radius.
  init(
    upTo product: Double,
    _ amplitude: (Double) -> (Double, Double, Double) -> Double
  ) {
    largest = product
    let count = 6 + Int((product / Self.step).rounded(.up))
    var (means, squares) = ([Double](), [Double]())
    var (nodes, body) = (0, amplitude(0))
    var directions: [Direction] = []
    for place in 0..<count {
      let product = Self.step * Double(place)
      // Rules grow with the product in strides, so that few are made.
      let wanted = 14 + 6 * Int(product / 10)
      if wanted != nodes {
        nodes = wanted
        directions = Self.directions(nodes)
        body = amplitude(10 * (1 + (product / 10).rounded(.down)))
      }
      var (mean, square) = (0.0, 0.0)
      for direction in directions {
        let value = body(product * direction.x, product * direction.y, product * direction.z)
        mean += direction.weight * value
        square += direction.weight * value * value
      }
      means.append(mean)
      squares.append(square)
    }
    amplitudes = means
    intensities = squares
  }

  func scattering(
    ofRadius radius: Double, at q: Double, _ contrast: ScatteringLengthDensity
  ) -> ParticleScattering {
    precondition(q * radius <= largest * (1 + 1e-12), "the form is prepared up to this product")
    let volume = SphereAmplitude.volume(radius)
    let place = q * radius / Self.step
    return ParticleScattering(
      amplitude: volume * Self.interpolated(amplitudes, at: place) * contrast,
      intensity: volume * volume * contrast.squared * Self.interpolated(intensities, at: place))
  }

  /// Lagrange's polynomial through the six nodes around a place.
  private static func interpolated(_ values: [Double], at place: Double) -> Double {
    let first = min(max(0, Int(place) - 2), values.count - 6)
    let t = place - Double(first)
    var sum = 0.0
    for i in 0..<6 {
      var weight = 1.0
      for j in 0..<6 where j != i { weight *= (t - Double(j)) / Double(i - j) }
      sum += weight * values[first + i]
    }
    return sum
  }

  private struct Direction {
    let x, y, z, weight: Double
  }

  /// The sector x ≥ y ≥ z ≥ 0 by (1, u, uw), with weights that sum to one.
  private static func directions(_ count: Int) -> [Direction] {
    let rule = GaussLegendre(count)
    return rule.nodes.indices.flatMap { i in
      rule.nodes.indices.map { j in
        let u = rule.nodes[i]
        let v = u * rule.nodes[j]
        let length = (1 + u * u + v * v).squareRoot()
        let weight = rule.weights[i] * rule.weights[j] * u / (length * length * length)
        return Direction(
          x: 1 / length, y: u / length, z: v / length, weight: weight * 48 / (4 * .pi))
      }
    }
  }
}
