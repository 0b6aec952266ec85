/// A homogeneous sphere.
///
///     A = Δρ V F(qr)
public struct Sphere: FormFactor, Hashable {
  public var contrast: ScatteringLengthDensity

  public init(contrast: ScatteringLengthDensity) {
    self.contrast = contrast
  }

  public func scattering(ofRadius radius: Double, at q: Double) -> ParticleScattering {
    let shape = SphereAmplitude.volume(radius) * SphereAmplitude.value(q * radius)
    return ParticleScattering(amplitude: shape * contrast)
  }
}
