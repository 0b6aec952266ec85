public import Kinetics
import Units

/// Wells in the energy at clusters that are more stable than their neighbours.
///
///     E(n) = -Σ ε_m max(0, 1 - |n - m|)
///
/// A whole n is in a well or not; between whole sizes the energy is their straight line. Detailed
/// balance makes a magic cluster slow to leave, and its neighbours quick to reach it.
/// A. S. Mule et al., *J. Am. Chem. Soc.* **143**, 2037 (2021), doi:10.1021/jacs.0c12185.
public struct MagicSize: ParticleEnergy {
  public var sizes: [Double] = []
  public var depths: [Double] = []

  public init() {}

  public static let name = "magic-size"
  public static let summary = "Clusters of certain sizes are more stable than their neighbours."
  public static let equation = "E(n) = -epsilon_m at n = m, 0 at other whole n"
  public static let assumptions =
    "Each well is one size wide, at every temperature; the grid must resolve it unit by unit."
  public static let source =
    "A. S. Mule et al., J. Am. Chem. Soc. 143, 2037 (2021), doi:10.1021/jacs.0c12185"
  public static let parameters: [Parameter<Self>] = []
  public static let series: [Series<Self>] = [
    Series(sizes: "sizes", \.sizes, from: 2, "m: units of the magic clusters"),
    Series("depths", \.depths, .energy, "epsilon_m: how much more stable each is"),
  ]

  public var singularSizes: [Double] { sizes }

  public func energy<Value: Scalar>(of particle: Particle<Value>, in medium: Medium<Value>) -> Value
  {
    var energy = Value(0)
    for (size, depth) in zip(sizes, depths) where abs(particle.units.value - size) < 1 {
      let offset = particle.units - size
      energy = energy - depth * (1 - (offset.value < 0 ? -offset : offset))
    }
    return energy
  }
}
