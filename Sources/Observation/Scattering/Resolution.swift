import Kinetics
import LinearAlgebra
import RealModule

/// What an instrument makes of intensities: each wavenumber that it shows is a Gaussian mean over others.
///
///     I_s(q) = ∫ I(|q'|) exp[-(q' - q)²/2σ²] dq' / (σ √2π),   σ² = σ_0² + (s q)²
///
/// J. S. Pedersen, D. Posselt, K. Mortensen, *J. Appl. Cryst.* **23**, 321 (1990),
/// doi:10.1107/S0021889890003946. The integral is a Gauss-Legendre rule over 5.5 standard deviations
/// to both sides, so that smearing is one matrix.
public struct Resolution: Sendable {
  /// The wavenumbers that are shown, 1/m.
  public let q: [Double]
  /// The wavenumbers at which intensities must be known, 1/m.
  public let nodes: [Double]
  private let weights: [Double]
  private let nodesOfEach: Int

  private static let reach = 5.5

  /// - Parameters:
  ///   - width: σ_0, 1/m.
  ///   - share: s, the relative width.
  ///   - nodesOfEach: of the rule; 22 are enough where σ r stays below two.
  public init(q: [Double], width: Double, share: Double = 0, nodesOfEach: Int = 22) {
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
