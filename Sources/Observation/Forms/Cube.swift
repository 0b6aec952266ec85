import RealModule

/// A homogeneous cube, averaged over its directions.
///
///     A = Δρ V sinc(q_x b) sinc(q_y b) sinc(q_z b),   2b = (4π/3)^(1/3) r
///
/// P. Mittelbach, G. Porod, *Acta Phys. Austriaca* **14**, 185 (1961).
public struct Cube: FormFactor {
  public var contrast: ScatteringLengthDensity
  private let powder: PowderTable

  public init(contrast: ScatteringLengthDensity) {
    self.init(contrast, upTo: 0)
  }

  private init(_ contrast: ScatteringLengthDensity, upTo product: Double) {
    self.contrast = contrast
    let half = Double.pow(.pi / 6, 1.0 / 3)
    powder = PowderTable(upTo: product) { _ in
      { x, y, z in Self.sinc(half * x) * Self.sinc(half * y) * Self.sinc(half * z) }
    }
  }

  public func prepared(upTo product: Double) -> any FormFactor {
    product <= powder.largest ? self : Self(contrast, upTo: product)
  }

  public func scattering(ofRadius radius: Double, at q: Double) -> ParticleScattering {
    powder.scattering(ofRadius: radius, at: q, contrast)
  }

  private static func sinc(_ x: Double) -> Double {
    abs(x) < 1e-4 ? 1 - x * x / 6 : Double.sin(x) / x
  }
}
