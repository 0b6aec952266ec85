/// A sphere in layers: a core whose radius varies, and around it shells of constant thickness.
///
///     A = Σ_k (Δρ_k - Δρ_(k+1)) V(r_k) F(q r_k),   r_k = r + t_1 + ... + t_k
///
/// With one layer it is the core-shell sphere, or a crystal with its ligands. Guinier and Fournet,
/// *Small-Angle Scattering of X-Rays* (Wiley, 1955).
public struct LayeredSphere: FormFactor, Hashable {
  /// What lies around the core.
  public struct Layer: Sendable, Hashable {
    /// m.
    public var thickness: Double
    public var contrast: ScatteringLengthDensity

    public init(thickness: Double, contrast: ScatteringLengthDensity) {
      self.thickness = thickness
      self.contrast = contrast
    }
  }

  public var core: ScatteringLengthDensity
  /// From the inside out.
  public var layers: [Layer]

  public init(core: ScatteringLengthDensity, layers: [Layer]) {
    self.core = core
    self.layers = layers
  }

  public var overhang: Double { layers.reduce(0) { $0 + $1.thickness } }

  public func scattering(ofRadius radius: Double, at q: Double) -> ParticleScattering {
    var outer = radius
    var inside = core
    var amplitude = ScatteringLengthDensity.zero
    for layer in layers {
      amplitude = amplitude + Self.sphere(outer, q) * (inside - layer.contrast)
      inside = layer.contrast
      outer += layer.thickness
    }
    return ParticleScattering(amplitude: amplitude + Self.sphere(outer, q) * inside)
  }

  private static func sphere(_ radius: Double, _ q: Double) -> Double {
    SphereAmplitude.volume(radius) * SphereAmplitude.value(q * radius)
  }
}
