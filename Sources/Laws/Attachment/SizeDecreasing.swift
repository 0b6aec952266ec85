public import Kinetics
import Units

/// Attachment limited by a surface that takes up ever more slowly as the particle grows.
///
///     a(n) = 4πr² k(r)
///     power         k(r) = k0 (r0/r)^m
///     exponential   k(r) = k0 exp[-(r - r0)/λ]
///     floor         k(r) = k_f + (k0 - k_f) exp[-(r - r0)/λ]
///
/// Such a fall makes nucleation last and narrows the distribution faster than diffusion can:
/// P. T. Prins et al., *Nano Lett.* **21**, 2487 (2021), doi:10.1021/acs.nanolett.0c04813;
/// B. Abécassis et al., *Chem. Sci.* **13**, 4977 (2022),
/// doi:10.1039/D1SC06134H. The three forms are families to fit, not the forms of these papers. They
/// hold below r0 as well, where k is above k0.
public struct SizeDecreasing: AttachmentLaw {
  /// How k falls with the radius.
  public enum Form: String, Sendable, CaseIterable {
    case power
    case exponential
    case floor
  }

  public var form = Form.power
  public var surfaceRateConstant = Coefficient(0)
  public var referenceRadius = Coefficient(0)
  public var exponent = Coefficient(0)
  public var decayLength = Coefficient(0)
  public var floor = Coefficient(0)

  public init() {}

  public static let name = "size-decreasing"
  public static let summary = "The surface of a larger particle takes up solute more slowly."
  public static let equation =
    "a(n) = 4 pi r_n^2 k(r_n);  power: k = k0 (r0/r)^m;  exponential: k = k0 exp[-(r - r0)/lambda];  "
    + "floor: k = k_f + (k0 - k_f) exp[-(r - r0)/lambda]"
  public static let assumptions =
    "Solute is mixed down to the surface. The forms are empirical and have no cap: below r0 the "
    + "rate constant is above k0."
  public static let source =
    "after P. T. Prins et al., Nano Lett. 21, 2487 (2021), doi:10.1021/acs.nanolett.0c04813; "
    + "B. Abecassis et al., Chem. Sci. 13, 4977 (2022), doi:10.1039/D1SC06134H"
  public static let choices: [Choice<Self>] = [
    Choice("form", \.form, "how k falls with the radius", default: .power)
  ]
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "surface_rate_constant", \.surfaceRateConstant, .velocity,
      "k0: attachment per area and concentration of solute at the radius r0"),
    Parameter(
      "reference_radius", \.referenceRadius, .length, "r0: the radius that k0 belongs to",
      isPositive: true),
    Parameter(
      "exponent", \.exponent, .dimensionless, "m: how steeply k falls", of: [Form.power.rawValue]),
    Parameter(
      "decay_length", \.decayLength, .length, "lambda: growth over which k falls by a factor e",
      isPositive: true, of: [Form.exponential.rawValue, Form.floor.rawValue]),
    Parameter(
      "floor", \.floor, .velocity, "k_f: what k falls to", of: [Form.floor.rawValue]),
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    particle.area * rateConstant(at: particle.radius, in: medium) * medium.openSurface
  }

  private func rateConstant<Value: Scalar>(at radius: Value, in medium: Medium<Value>) -> Value {
    let (k, reference) = (medium(surfaceRateConstant), medium(referenceRadius))
    switch form {
    case .power:
      return k * Value.pow(reference / radius, medium(exponent))
    case .exponential:
      return k * Value.exp((reference - radius) / medium(decayLength))
    case .floor:
      let least = medium(floor)
      return least + (k - least) * Value.exp((reference - radius) / medium(decayLength))
    }
  }
}
