import Kinetics
import RealModule

/// A superball, |x|^2p + |y|^2p + |z|^2p ≤ b^2p, between sphere (p = 1) and cube, averaged over its
/// directions.
///
///     V = 8 b³ Γ(1 + 1/2p)³/Γ(1 + 3/2p)
///
/// The amplitude is summed over the six pyramids from the centre to the faces, each in the coordinates
/// ρ (1, u, v), in which the integral over ρ is known and the surface is smooth: ρ_max = b (1 + u^2p +
/// v^2p)^(-1/2p). The shape of nanocrystals: D. Dresen et al., *J. Phys. Chem. C* **125**, 23356 (2021),
/// doi:10.1021/acs.jpcc.1c06082.
public struct Superball: FormFactor {
  public var contrast: ScatteringLengthDensity
  /// p: 1 of a sphere, large of a cube.
  public let exponent: Double
  private let powder: PowderTable

  public init(contrast: ScatteringLengthDensity, exponent: Double) {
    self.init(contrast, exponent, upTo: 0)
  }

  private init(_ contrast: ScatteringLengthDensity, _ exponent: Double, upTo product: Double) {
    precondition(exponent >= 1, "a superball is convex and rounder than a cube")
    self.contrast = contrast
    self.exponent = exponent
    powder = PowderTable(upTo: product) { product in
      let faces = SuperballFaces(exponent, nodes: 12 + Int(0.3 * product))
      return { x, y, z in faces.amplitude(x, y, z) }
    }
  }

  public func prepared(upTo product: Double) -> any FormFactor {
    product <= powder.largest ? self : Self(contrast, exponent, upTo: product)
  }

  public func scattering(ofRadius radius: Double, at q: Double) -> ParticleScattering {
    powder.scattering(ofRadius: radius, at: q, contrast)
  }
}

/// The pyramids of a superball of unit equivalent radius, in nodes.
private struct SuperballFaces {
  private struct Node {
    let u, v, depth, weight: Double
  }

  private let nodes: [Node]

  init(_ exponent: Double, nodes count: Int) {
    let rule = GaussLegendre(count)
    let inverse = 1 / (2 * exponent)
    let share = Double.pow(.gamma(1 + inverse), 3) / .gamma(1 + 3 * inverse)
    let half = Double.pow(.pi / (6 * share), 1.0 / 3)
    nodes = rule.nodes.indices.flatMap { i in
      rule.nodes.indices.map { j in
        let (u, v) = (rule.nodes[i], rule.nodes[j])
        let surface = 1 + Double.pow(u, 2 * exponent) + .pow(v, 2 * exponent)
        let depth = half * .pow(surface, -inverse)
        return Node(
          u: u, v: v, depth: depth,
          weight: 2 * rule.weights[i] * rule.weights[j] * depth * depth * depth / (4 * .pi / 3))
      }
    }
  }

  /// The amplitude over the volume, at a wavevector over the inverse equivalent radius.
  func amplitude(_ x: Double, _ y: Double, _ z: Double) -> Double {
    var sum = 0.0
    for node in nodes {
      sum +=
        node.weight
        * (Self.corners(x, y * node.u, z * node.v, node.depth)
          + Self.corners(y, z * node.u, x * node.v, node.depth)
          + Self.corners(z, x * node.u, y * node.v, node.depth))
    }
    return sum
  }

  /// The four nodes (±u, ±v) of one face.
  private static func corners(_ a: Double, _ b: Double, _ c: Double, _ depth: Double) -> Double {
    ray(depth * (a + b + c)) + ray(depth * (a + b - c)) + ray(depth * (a - b + c))
      + ray(depth * (a - b - c))
  }

  /// ∫ t² cos(yt) dt from 0 to 1.
  private static func ray(_ y: Double) -> Double {
    let square = y * y
    guard square > 0.25 else {
      return 1.0 / 3 - square / 10
        * (1 - square * 5 / 84 * (1 - square * 7 / 270 * (1 - square * 9 / 616)))
    }
    let (sine, cosine) = (Double.sin(y), Double.cos(y))
    return (sine + 2 * (cosine - sine / y) / y) / y
  }
}
