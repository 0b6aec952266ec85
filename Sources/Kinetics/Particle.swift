import RealModule

/// A cluster or crystal of n formula units, as a law sees it: a sphere of the bulk solid.
///
///     r_n = (3 n v_m / 4π)^(1/3)
public struct Particle: Sendable {
  /// Number of formula units.
  public let units: Double
  /// Radius, m.
  public let radius: Double

  @inlinable
  public init(units: Double, radius: Double) {
    self.units = units
    self.radius = radius
  }

  /// The sphere of `units` formula units of `volumePerUnit` cubic metres each.
  public init(units: Double, volumePerUnit: Double) {
    self.init(
      units: units, radius: Double.root(3 * units * volumePerUnit / (4 * .pi), 3))
  }

  /// Surface area, m².
  @inlinable
  public var area: Double { 4 * .pi * radius * radius }
}
