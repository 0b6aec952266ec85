public import Kinetics
import RealModule
import Units

/// Attachment as a power of the number of units, for checks against closed forms.
///
///     a(n) = k n^p,  a(1) = δ k
///
/// R. Becker, W. Döring, *Ann. Phys.* **416**, 719 (1935), doi:10.1002/andp.19354160806.
public struct PowerAttachment: AttachmentLaw {
  public var rateConstant = Coefficient(0)
  public var exponent = Coefficient(0)
  public var dimerisation = Coefficient(1)

  public init() {}

  public static let name = "power"
  public static let summary = "Attachment grows as a power of the number of units."
  public static let equation = "a(n) = k n^p, a(1) = delta k"
  public static let assumptions = "None physical: a form with known solutions."
  public static let source =
    "R. Becker, W. Doering, Ann. Phys. 416, 719 (1935), doi:10.1002/andp.19354160806"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .attachmentVolume, "attachment of the monomer"),
    Parameter("exponent", \.exponent, .dimensionless, "power of the number of units"),
    Parameter(
      "dimerisation", \.dimerisation, .dimensionless,
      "delta: how much likelier than the power says two monomers join", default: 1),
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    let power =
      medium(rateConstant) * medium.openSurface * Value.pow(particle.units, medium(exponent))
    return particle.units.value < 2 ? power * medium(dimerisation) : power
  }
}
