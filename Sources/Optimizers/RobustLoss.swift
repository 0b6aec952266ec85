import RealModule

/// How much a residual counts: ρ(s) of its square s, in place of s itself.
///
/// With z = s/c² for a scale c in standard deviations, ρ = c² f(z):
///
///     none      z
///     huber     z for z ≤ 1, else 2√z - 1
///     soft-l1   2(√(1 + z) - 1)
///     cauchy    ln(1 + z)
///
/// B. Triggs et al., *Lect. Notes Comput. Sci.* **1883**, 298 (2000), doi:10.1007/3-540-44480-7_21.
public enum RobustLoss: Sendable, Hashable, Codable {
  case none
  case huber(scale: Double)
  case softL1(scale: Double)
  case cauchy(scale: Double)

  /// c; one where there is no loss.
  public var scale: Double {
    switch self {
    case .none: 1
    case .huber(let scale), .softL1(let scale), .cauchy(let scale): scale
    }
  }

  /// ρ(s) for the square of a residual.
  public func value(ofSquare square: Double) -> Double {
    let (area, z) = (scale * scale, square / (scale * scale))
    switch self {
    case .none: return square
    case .huber: return z <= 1 ? square : area * (2 * z.squareRoot() - 1)
    case .softL1: return 2 * area * ((1 + z).squareRoot() - 1)
    case .cauchy: return area * Double.log(onePlus: z)
    }
  }

  /// ρ'(s) and ρ''(s).
  public func slopes(ofSquare square: Double) -> (first: Double, second: Double) {
    let (area, z) = (scale * scale, square / (scale * scale))
    switch self {
    case .none: return (1, 0)
    case .huber:
      guard z > 1 else { return (1, 0) }
      return (1 / z.squareRoot(), -0.5 / (z * z.squareRoot() * area))
    case .softL1:
      let root = (1 + z).squareRoot()
      return (1 / root, -0.5 / (root * root * root * area))
    case .cauchy: return (1 / (1 + z), -1 / ((1 + z) * (1 + z) * area))
    }
  }

  /// What a row of the Jacobian is multiplied by, so that JᵀJ is the curvature of the loss.
  ///
  ///     √(ρ' + 2ρ''s), and next to nothing where the loss bends down
  public func rowFactor(ofSquare square: Double) -> Double {
    let (first, second) = slopes(ofSquare: square)
    return max(first + 2 * second * square, .ulpOfOne).squareRoot()
  }
}
