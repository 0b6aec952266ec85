public import Kinetics
import Units

/// The free energy of a particle's surface, constant or curvature-dependent.
///
///     E(n) = γ(r) 4πr²,  γ(r) = γ / (1 + 2δ/r)
///
/// J. W. Gibbs (1878); R. C. Tolman, *J. Chem. Phys.* **17**, 333 (1949), doi:10.1063/1.1747247.
public struct SurfaceEnergy: ParticleEnergy {
  public var surfaceEnergy = Coefficient(0)
  public var tolmanLength = Coefficient(0)

  public init() {}

  public static let name = "surface"
  public static let summary = "Free energy of the surface between crystal and solution."
  public static let equation = "E(n) = gamma 4 pi r_n^2 / (1 + 2 delta / r_n)"
  public static let assumptions =
    "A sphere with one effective surface energy; delta = 0 makes it independent of curvature."
  public static let source =
    "J. W. Gibbs, Trans. Conn. Acad. 3, 343 (1878); "
    + "R. C. Tolman, J. Chem. Phys. 17, 333 (1949), doi:10.1063/1.1747247"
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_energy", \.surfaceEnergy, .surfaceEnergy, "effective free energy of the surface"),
    Parameter("tolman_length", \.tolmanLength, .length, "Tolman's delta", default: 0),
  ]

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    particle.area * medium(surfaceEnergy)
      / (1 + (2 / particle.radius) * medium(tolmanLength))
  }
}
