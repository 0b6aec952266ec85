public import Kinetics

/// The shape that sizes tend to as crystals ripen, where the Gibbs-Thomson law is linear and nothing is
/// supplied: the attractor of Lifshitz, Slyozov and Wagner.
///
/// With z = r/r\*, the share of particles above z is what e^(-3s) leaves of those that a particle of
/// that size has seen dissolve, s the logarithm of r\*:
///
///     diffusion  1 - P(z) = [3/(3 + z)]^(4/3) [(3/2)/(3/2 - z)]^(5/3) exp[-z/(3/2 - z)],  z < 3/2
///     reaction   1 - P(z) = [2/(2 - z)]³ exp[-3z/(2 - z)],  z < 2
///
/// I. M. Lifshitz, V. V. Slyozov, *J. Phys. Chem. Solids* **19**, 35 (1961),
/// doi:10.1016/0022-3697(61)90054-3; C. Wagner, *Z. Elektrochem.* **65**, 581 (1961),
/// doi:10.1002/bbpc.19610650704.
public enum RipenedSizes: String, Sendable, CaseIterable {
  /// Growth and dissolution by diffusion through the solution.
  case diffusion = "lsw-diffusion"
  /// By a reaction at the surface.
  case reaction = "lsw-reaction"

  /// The largest r/r\* that there is.
  public var cutoff: Double { self == .diffusion ? 1.5 : 2 }

  /// The mean of r/r\*.
  public var mean: Double { self == .diffusion ? 1 : 8.0 / 9 }

  /// P: the share of particles below a ratio r/r\*.
  @inlinable
  public func below<Value: Scalar>(_ ratio: Value) -> Value {
    guard ratio.value > 0 else { return Value(0) }
    guard ratio.value < cutoff else { return Value(1) }
    let left = cutoff - ratio
    let exponent: Value
    switch self {
    case .diffusion:
      exponent =
        4.0 / 3 * Value.log(3 / (3 + ratio)) + 5.0 / 3 * Value.log(1.5 / left) - ratio / left
    case .reaction:
      exponent = 3 * Value.log(2 / left) - 3 * ratio / left
    }
    return 1 - Value.exp(exponent)
  }
}
