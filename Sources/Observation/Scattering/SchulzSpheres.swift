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
  /// 12π/⟨r³⟩, 1/m³.
  private let factor: Double

  /// An intensity (m³) and its derivatives.
  public struct Response: Sendable, Hashable {
    public let intensity: Double
    /// dP/d ln R, m³.
    public let byLogarithmOfMean: Double
    /// dP/dp, m³.
    public let byDispersion: Double
  }

  /// - Precondition: both are positive.
  public init(mean: Double, dispersion: Double) {
    precondition(mean > 0 && dispersion > 0, "a distribution has a mean and a width")
    self.mean = mean
    self.dispersion = dispersion
    let square = dispersion * dispersion
    shape = 1 / square
    scale = mean * square
    factor = 12 * .pi / (mean * mean * mean * (1 + square) * (1 + 2 * square))
  }

  /// ⟨V⟩ = (4π/3) R³ (1 + p²)(1 + 2p²), m³.
  public var meanVolume: Double { 16 * .pi * .pi / factor }

  /// Intensity (m³) at a wavenumber (1/m), for a volume fraction times squared contrast of one.
  public func intensity(at q: Double) -> Double {
    let reach = q * scale
    return isForward(reach) ? forward(reach).intensity : factor / sixth(q) * Waves(shape, reach).sum
  }

  /// The same with its derivatives.
  public func response(at q: Double) -> Response {
    let reach = q * scale
    guard !isForward(reach) else { return forward(reach) }
    let a = shape
    let waves = Waves(a, reach)
    let (sum, byReach) = (waves.sum, reach * waves.byReach)
    let byShape =
      waves.byShape - byReach / a + sum * (2 / a - 1 / (a + 1) - 1 / (a + 2))
    let unit = factor / sixth(q)
    return Response(
      intensity: unit * sum, byLogarithmOfMean: unit * (byReach - 3 * sum),
      byDispersion: -2 * a / dispersion * unit * byShape)
  }

  private func sixth(_ q: Double) -> Double { q * q * q * q * q * q }

  private func isForward(_ reach: Double) -> Bool {
    reach * reach * (shape + 6) * (shape + 7) < 0.03
  }

  /// Where the closed form cancels: F² = 1 - x²/5 + 3x⁴/175 - 4x⁶/4725 + 2x⁸/72765.
  private func forward(_ reach: Double) -> Response {
    let a = shape
    var (sum, byReach, byShape) = (1.0, 0.0, 0.0)
    var (power, share) = (1.0, 0.0)
    for (order, coefficient) in [-1.0 / 5, 3.0 / 175, -4.0 / 4725, 2.0 / 72765].enumerated() {
      let k = a + 6 + 2 * Double(order)
      power *= reach * reach * k * (k + 1)
      share += 1 / k + 1 / (k + 1) - 2 / a
      sum += coefficient * power
      byReach += coefficient * power * 2 * Double(order + 1)
      byShape += coefficient * power * share
    }
    let third = scale * scale * scale * (a + 3) * (a + 4) * (a + 5)
    let volume = 4 * .pi / 3 * third
    byShape += sum * (1 / (a + 3) + 1 / (a + 4) + 1 / (a + 5) - 3 / a)
    return Response(
      intensity: volume * sum, byLogarithmOfMean: volume * (byReach + 3 * sum),
      byDispersion: -2 * a / dispersion * volume * byShape)
  }
}

/// ⟨(sin x - x cos x)²⟩ and its derivatives by its two arguments.
///
///     S(a, t) = ½(1 - Re z_0) - at Im z_1 + ½ a(a+1) t² (1 + Re z_2),   z_k = (1 - 2it)^-(a+k),   t = qθ
private struct Waves {
  let sum: Double
  /// a, t, ln|1 - 2it| and -arg(1 - 2it).
  private let a: Double
  private let t: Double
  private let decay: Double
  private let phase: Double
  /// Cosine and sine of the phase, times 1/|1 - 2it|: what takes z_k to z_(k+1).
  private let turn: (real: Double, imaginary: Double)
  private let z0: (real: Double, imaginary: Double)
  private let z1: (real: Double, imaginary: Double)
  private let z2: (real: Double, imaginary: Double)

  init(_ a: Double, _ t: Double) {
    (self.a, self.t) = (a, t)
    decay = 0.5 * Double.log(onePlus: 4 * t * t)
    phase = Double.atan(2 * t)
    let size = 1 / (1 + 4 * t * t)
    turn = (size, 2 * t * size)
    let length = Double.exp(-a * decay)
    z0 = (length * .cos(a * phase), length * .sin(a * phase))
    z1 = Self.product(z0, turn)
    z2 = Self.product(z1, turn)
    sum =
      0.5 * (1 - z0.real) - a * t * z1.imaginary + 0.5 * a * (a + 1) * t * t * (1 + z2.real)
  }

  /// dS/dt.
  var byReach: Double {
    let z3 = Self.product(z2, turn)
    return a * (a + 1) * t * (1 - z2.real - (a + 2) * t * z3.imaginary)
  }

  /// dS/da, where dz/da = -z ln(1 - 2it).
  var byShape: Double {
    let slope0 = -(decay * z0.real + phase * z0.imaginary)
    let slope1 = phase * z1.real - decay * z1.imaginary
    let slope2 = -(decay * z2.real + phase * z2.imaginary)
    return -0.5 * slope0 - t * z1.imaginary - a * t * slope1
      + 0.5 * t * t * ((2 * a + 1) * (1 + z2.real) + a * (a + 1) * slope2)
  }

  private static func product(
    _ one: (real: Double, imaginary: Double), _ other: (real: Double, imaginary: Double)
  ) -> (real: Double, imaginary: Double) {
    (
      one.real * other.real - one.imaginary * other.imaginary,
      one.real * other.imaginary + one.imaginary * other.real
    )
  }
}
