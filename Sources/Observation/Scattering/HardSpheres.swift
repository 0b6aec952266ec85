import Kinetics
import RealModule

/// The structure factor of hard spheres, as Percus and Yevick's equation gives it.
///
///     1/S(q) = 1 + 24 η ∫ (α + β s + γ s³) s² sinc(2qRs) ds,   from 0 to 1
///
///     α = (1 + 2η)²/(1 - η)⁴,   β = -6η (1 + η/2)²/(1 - η)⁴,   γ = ηα/2
///
/// M. S. Wertheim, *Phys. Rev. Lett.* **10**, 321 (1963), doi:10.1103/PhysRevLett.10.321; E. Thiele,
/// *J. Chem. Phys.* **39**, 474 (1963), doi:10.1063/1.1734272.
public enum HardSpheres {
  /// How particles of several sizes are taken for spheres of one.
  public enum Mixing: String, Sendable, CaseIterable {
    /// Size and place are independent: I = n ⟨|A|²⟩ [1 + β (S - 1)], β = |⟨A⟩|²/⟨|A|²⟩, with S of the
    /// mean volume. M. Kotlarchyk, S.-H. Chen, *J. Chem. Phys.* **79**, 2461 (1983),
    /// doi:10.1063/1.446055.
    case decoupling
    /// Each particle is among its like: I = Σ n_i ⟨|A|²⟩_i S(q, R_i). J. S. Pedersen, *J. Appl. Cryst.*
    /// **27**, 595 (1994), doi:10.1107/S0021889893013810.
    case localMonodisperse = "local-monodisperse"
  }

  /// S(q) for spheres of a radius (m) that fill a share of the volume.
  public static func structureFactor(_ q: Double, radius: Double, volumeFraction: Double) -> Double
  {
    let η = volumeFraction
    let fourth = Double.pow(1 - η, 4)
    let α = (1 + 2 * η) * (1 + 2 * η) / fourth
    let β = -6 * η * (1 + η / 2) * (1 + η / 2) / fourth
    return 1 / (1 + 24 * η * overlap(2 * q * radius, α, β, 0.5 * η * α))
  }

  private static let rule = GaussLegendre(16)

  private static func overlap(_ x: Double, _ α: Double, _ β: Double, _ γ: Double) -> Double {
    guard x > 3 else { return integral(x, α, β, γ) }
    let (sine, cosine) = (Double.sin(x), Double.cos(x))
    let square = x * x
    let first = sine - x * cosine
    let second = 2 * x * sine + (2 - square) * cosine - 2
    let third =
      -square * square * cosine
      + 4 * ((3 * square - 6) * cosine + (square - 6) * x * sine + 6)
    return ((γ * third / square + β * second) / x + α * first) / (square * x)
  }

  /// The same where its closed form cancels.
  private static func integral(_ x: Double, _ α: Double, _ β: Double, _ γ: Double) -> Double {
    zip(rule.nodes, rule.weights).reduce(0) { sum, node in
      let s = node.0
      let wave = x * s < 1e-6 ? 1 : Double.sin(x * s) / (x * s)
      return sum + node.1 * (α + β * s + γ * s * s * s) * s * s * wave
    }
  }
}
