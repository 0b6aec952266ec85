import RealModule

/// What homogeneous spheres scatter whose radii follow Schulz' distribution, in closed form.
///
///     P(q) = ⟨V² F²(qr)⟩/⟨V⟩ = 12π/(q⁶ ⟨r³⟩) ⟨(sin x - x cos x)²⟩,   x = qr
///
/// The averages are those of 1, x², and of powers of x times cos 2x and sin 2x, of which each is
///
///     ⟨r^k exp(isr)⟩ = θ^k Γ(a+k)/Γ(a) (1 - isθ)^-(a+k),   a = 1/p²,   θ = R p²
///
/// M. Kotlarchyk, S.-H. Chen, *J. Chem. Phys.* **79**, 2461 (1983), doi:10.1063/1.446055.
public struct SchulzSpheres: Sendable, Hashable {
  /// The mean of the radii, m.
  public let mean: Double
  /// Their standard deviation over their mean.
  public let dispersion: Double
  private let shape: Double
  private let scale: Double

  /// - Precondition: both are positive.
  public init(mean: Double, dispersion: Double) {
    precondition(mean > 0 && dispersion > 0, "a distribution has a mean and a width")
    self.mean = mean
    self.dispersion = dispersion
    shape = 1 / (dispersion * dispersion)
    scale = mean * dispersion * dispersion
  }

  /// ⟨V⟩ = (4π/3) R³ (1 + p²)(1 + 2p²), m³.
  public var meanVolume: Double { 4 * .pi / 3 * moment(3) }

  /// Intensity (m³) at a wavenumber (1/m), for a volume fraction times squared contrast of one.
  public func intensity(at q: Double) -> Double {
    let reach = q * scale
    let square = reach * reach * (shape + 6) * (shape + 7)
    return square < 0.03 ? forward(reach) : closed(q, reach)
  }

  private func closed(_ q: Double, _ reach: Double) -> Double {
    let (a, x) = (shape, reach * shape)
    let phase = Double.atan(2 * reach)
    let decay = -0.5 * Double.log(onePlus: 4 * reach * reach)
    let wave = { (k: Double) in Double.exp((a + k) * decay) }
    let square = x * reach * (a + 1)
    let sum =
      0.5 * (1 - wave(0) * .cos(a * phase)) - x * wave(1) * .sin((a + 1) * phase)
      + 0.5 * square * (1 + wave(2) * .cos((a + 2) * phase))
    return 12 * .pi * sum / (Double.pow(q, 6) * moment(3))
  }

  /// Where the closed form cancels: F² = 1 - x²/5 + 3x⁴/175 - 4x⁶/4725 + 2x⁸/72765.
  private func forward(_ reach: Double) -> Double {
    var (sum, power) = (1.0, 1.0)
    for (order, coefficient) in [-1.0 / 5, 3.0 / 175, -4.0 / 4725, 2.0 / 72765].enumerated() {
      let k = shape + 6 + 2 * Double(order)
      power *= reach * reach * k * (k + 1)
      sum += coefficient * power
    }
    return 4 * .pi / 3 * moment(6) / moment(3) * sum
  }

  /// ⟨r^k⟩ = θ^k a(a+1)...(a+k-1).
  private func moment(_ order: Int) -> Double {
    (0..<order).reduce(1) { $0 * scale * (shape + Double($1)) }
  }
}
