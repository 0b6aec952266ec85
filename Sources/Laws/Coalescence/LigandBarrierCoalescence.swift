public import Kinetics
import Units

/// Coalescence of particles that diffuse to each other and must push their ligands aside.
///
///     K = (2kT/3μ) (n^(1/3) + m^(1/3)) (n^(-1/3) + m^(-1/3)) (1 - θ)² exp(-E/RT)
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209, with the free
/// surface of both as I. Langmuir, *J. Am. Chem. Soc.* **40**, 1361 (1918), doi:10.1021/ja02242a004, has
/// it, and an activation energy.
public struct LigandBarrierCoalescence: CoalescenceLaw {
  /// What of the surface must be free.
  public enum Contact: String, CaseIterable, Sendable {
    /// Where the two touch, both must be: (1 - θ)².
    case freeSurface = "free-surface"
    /// Nothing: the barrier alone decides.
    case anySurface = "any-surface"
  }

  public var viscosity = Coefficient(0)
  public var barrier = Coefficient(0)
  public var contact = Contact.freeSurface

  public init() {}

  public static let name = "ligand-barrier"
  public static let summary = "Particles coalesce where free surface meets free surface."
  public static let equation =
    "K(n,m) = (2 k T/3 mu) (n^(1/3) + m^(1/3)) (n^(-1/3) + m^(-1/3)) (1 - theta)^2 exp(-E/RT)"
  public static let assumptions =
    "One coverage theta for all surface, and one barrier for all sizes; without ligands theta is 0."
  public static let source =
    "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209; "
    + "I. Langmuir, J. Am. Chem. Soc. 40, 1361 (1918), doi:10.1021/ja02242a004"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "viscosity", \.viscosity, .viscosity,
      "of the liquid; it falls with temperature where its activation energy is below zero"),
    Parameter(
      "barrier", \.barrier, .energyPerAmount, "E: what a pair must overcome", default: 0),
  ]
  public static let choices: [Choice<Self>] = [
    Choice("contact", \.contact, "what of the surface must be free", default: .freeSurface)
  ]

  public var reads: MediumVariables {
    contact == .freeSurface ? [.temperature, .coverage] : .temperature
  }

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    let meetings = one.brownianMeetings(with: other, viscosity: medium(viscosity), in: medium)
    let counting = Value.exp(-medium(barrier) / (PhysicalConstants.gas * medium.temperature))
    guard contact == .freeSurface else { return meetings * counting }
    let free = 1 - medium.coverage
    return meetings * counting * free * free
  }
}
