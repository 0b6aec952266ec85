/// How strongly a substance scatters X-rays, per volume, in 1/m²; its imaginary part is absorption.
///
///     ρ = r_e Σ_i n_i (f'_i + i f''_i) / V
public struct ScatteringLengthDensity: Sendable, Hashable {
  public var real: Double
  public var imaginary: Double

  public init(_ real: Double, imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  public static let zero = Self(0)

  /// |ρ|².
  public var squared: Double { real * real + imaginary * imaginary }

  /// The contrast of one substance in another.
  public static func - (one: Self, other: Self) -> Self {
    Self(one.real - other.real, imaginary: one.imaginary - other.imaginary)
  }

  public static func + (one: Self, other: Self) -> Self {
    Self(one.real + other.real, imaginary: one.imaginary + other.imaginary)
  }

  public static func * (factor: Double, density: Self) -> Self {
    Self(factor * density.real, imaginary: factor * density.imaginary)
  }
}
