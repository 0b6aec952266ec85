import RealModule

/// A cluster or crystal of n formula units, as a law sees it: a sphere of the bulk solid.
///
///     r_n = (3 n v_m / 4π)^(1/3)
public struct Particle<Value: Scalar>: Sendable {
  /// Number of formula units, which need not be whole.
  public let units: Value
  /// Radius, m.
  public let radius: Value

  @inlinable
  public init(units: Value, radius: Value) {
    self.units = units
    self.radius = radius
  }

  /// The sphere of `units` formula units of `volumePerUnit` cubic metres each.
  @inlinable
  public init(units: Value, volumePerUnit: Double) {
    self.init(units: units, radius: Value.root((3 * volumePerUnit / (4 * .pi)) * units, 3))
  }

  /// Surface area, m².
  @inlinable
  public var area: Value { (4 * .pi) * radius * radius }
}
