public import Kinetics
import RealModule
import Units

/// The logarithmic part of a droplet's free energy: the freedom of its surface to undulate.
///
///     E(n) = τ kT ln n
///
/// M. E. Fisher, *Physics* **3**, 255 (1967), doi:10.1103/PhysicsPhysiqueFizika.3.255.
public struct FisherDroplet: ParticleEnergy {
  public var exponent = Coefficient(0)

  public init() {}

  public static let name = "fisher"
  public static let summary = "The logarithmic part of a droplet's free energy."
  public static let equation = "E(n) = tau kT ln n"
  public static let assumptions =
    "Compact clusters; tau is about 2.2 near a critical point, and of any sign in a fit."
  public static let source =
    "M. E. Fisher, Physics 3, 255 (1967), doi:10.1103/PhysicsPhysiqueFizika.3.255"
  public static let parameters: [Parameter<Self>] = [
    Parameter("exponent", \.exponent, .dimensionless, "Fisher's tau")
  ]

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    Value.log(particle.units) * medium(exponent) * medium.thermalEnergy
  }
}
