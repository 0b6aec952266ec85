import RealModule

/// A cluster or crystal of n formula units, as a law sees it: a sphere of the bulk solid.
///
///     r_n = (3 n v_m / 4π)^(1/3)
public struct Particle<Value: Scalar>: Sendable {
  /// Number of formula units, which need not be whole.
  public let units: Value
  /// Radius, m: that of the sphere, or that at which it captures solute.
  public let radius: Value
  /// Volume of a formula unit, m³.
  public let volumePerUnit: Double

  /// A sphere, whose units share its volume.
  @inlinable
  public init(units: Value, radius: Value) {
    let volume = 4 * .pi / 3 * radius.value * radius.value * radius.value
    self.init(units: units, capturingAt: radius, volumePerUnit: volume / units.value)
  }

  /// The sphere of `units` formula units of `volumePerUnit` cubic metres each.
  @inlinable
  public init(units: Value, volumePerUnit: Double) {
    self.init(
      units: units, capturingAt: Value.root((3 * volumePerUnit / (4 * .pi)) * units, 3),
      volumePerUnit: volumePerUnit)
  }

  /// A particle that solute meets at a radius of its own.
  @inlinable
  public init(units: Value, capturingAt radius: Value, volumePerUnit: Double) {
    self.units = units
    self.radius = radius
    self.volumePerUnit = volumePerUnit
  }

  /// Surface area, m².
  @inlinable
  public var area: Value { (4 * .pi) * radius * radius }
}
