import Kinetics
import LinearAlgebra
import RealModule

/// What an instrument makes of intensities: each wavenumber that it shows is a Gaussian mean over others.
///
///     I_s(q) = ∫ I(|q'|) exp[-(q' - q)²/2σ²] dq' / (σ √2π),   σ² = σ_0² + (s q)²
///
/// J. S. Pedersen, D. Posselt, K. Mortensen, *J. Appl. Cryst.* **23**, 321 (1990),
/// doi:10.1107/S0021889890003946. The integral is a Gauss-Legendre rule over six standard deviations
/// to both sides, so that smearing is one matrix.
public struct Resolution: Sendable {
  /// The wavenumbers that are shown, 1/m.
  public let q: [Double]
  /// The wavenumbers at which intensities must be known, 1/m.
  public let nodes: [Double]
  private let weights: [Double]
  private let nodesOfEach: Int

  private static let reach = 6.0

  /// - Parameters:
  ///   - width: σ_0, 1/m.
  ///   - share: s, the relative width.
  ///   - nodesOfEach: of the rule; what a radius asks for is `nodes(for:)`.
  public init(q: [Double], width: Double, share: Double = 0, nodesOfEach: Int = 32) {
    self.q = q
    let isSharp = width == 0 && share == 0
    let rule = GaussLegendre(nodesOfEach)
    let offsets = isSharp ? [0] : rule.nodes.map { Self.reach * (2 * $0 - 1) }
    let parts = isSharp ? [1] : zip(offsets, rule.weights).map { Double.exp(-0.5 * $0 * $0) * $1 }
    let whole = parts.reduce(0, +)
    weights = parts.map { $0 / whole }
    self.nodesOfEach = offsets.count
    nodes = q.flatMap { q in
      let sigma = (width * width + share * share * q * q).squareRoot()
      return offsets.map { abs(q + sigma * $0) }
    }
  }

  /// Nodes that resolve the fringes of particles of a radius (m) seen with a standard deviation (1/m).
  public static func nodes(for radius: Double, width: Double) -> Int {
    min(24 + Int((9 * radius * width).rounded(.up)), 500)
  }

  /// Intensities at the nodes, frame after frame, as they are shown.
  public func smear(_ intensities: [Double], count: Int, into shown: inout [Double]) {
    precondition(intensities.count == nodes.count * count, "there is a value for every node")
    if shown.count != q.count * count { shown = Array(repeating: 0, count: q.count * count) }
    for place in shown.indices {
      var sum = 0.0
      for node in 0..<nodesOfEach { sum += weights[node] * intensities[place * nodesOfEach + node] }
      shown[place] = sum
    }
  }
}
