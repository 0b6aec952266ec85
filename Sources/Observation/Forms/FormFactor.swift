/// The shape of a particle as small-angle scattering sees it, averaged over its directions.
///
/// The radius of a particle is that of the sphere of its volume. Contrasts are against the solvent.
public protocol FormFactor: Sendable {
  /// Mean amplitude and mean intensity of one particle (m, m²) at a wavenumber in 1/m.
  func scattering(ofRadius radius: Double, at q: Double) -> ParticleScattering

  /// The same form, ready for products of wavenumber and radius up to this one.
  func prepared(upTo product: Double) -> any FormFactor

  /// How far the form reaches beyond the radius of the crystal, m.
  var overhang: Double { get }
}

extension FormFactor {
  public func prepared(upTo product: Double) -> any FormFactor { self }

  public var overhang: Double { 0 }
}

/// What one particle scatters, on average over its directions.
public struct ParticleScattering: Sendable, Hashable {
  /// ⟨A⟩, m.
  public var amplitude: ScatteringLengthDensity
  /// ⟨|A|²⟩, m².
  public var intensity: Double

  public init(amplitude: ScatteringLengthDensity, intensity: Double) {
    self.amplitude = amplitude
    self.intensity = intensity
  }

  /// Of a particle that scatters the same in all directions.
  init(amplitude: ScatteringLengthDensity) {
    self.init(amplitude: amplitude, intensity: amplitude.squared)
  }
}
