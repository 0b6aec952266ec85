public import Kinetics
import Units

/// Coalescence of particles that diffuse to each other.
///
///     K = (2kT/3μ) (n^(1/3) + m^(1/3)) (n^(-1/3) + m^(-1/3)) / W
///
/// M. v. Smoluchowski, *Z. Phys. Chem.* **92U**, 129 (1918), doi:10.1515/zpch-1918-9209; the stability
/// ratio W of N. Fuchs, *Z. Phys.* **89**, 736 (1934).
public struct BrownianCoalescence: CoalescenceLaw {
  public var viscosity = Coefficient(0)
  public var stabilityRatio = Coefficient(1)

  public init() {}

  public static let name = "brownian"
  public static let summary = "Particles that diffuse to each other coalesce."
  public static let equation =
    "K(n,m) = (2 k T/3 mu) (n^(1/3) + m^(1/3)) (n^(-1/3) + m^(-1/3)) / W"
  public static let assumptions =
    "Spheres in a liquid at rest, diffusing after Stokes and Einstein; one meeting of W counts."
  public static let source =
    "M. v. Smoluchowski, Z. Phys. Chem. 92U, 129 (1918), doi:10.1515/zpch-1918-9209; "
    + "N. Fuchs, Z. Phys. 89, 736 (1934)"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "viscosity", \.viscosity, .viscosity,
      "of the liquid; it falls with temperature where its activation energy is below zero"),
    Parameter(
      "stability_ratio", \.stabilityRatio, .dimensionless, "W: meetings for each that counts",
      default: 1),
  ]

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    one.brownianMeetings(with: other, viscosity: medium(viscosity), in: medium)
      / medium(stabilityRatio)
  }
}
