public import Kinetics
import Units

/// Oriented attachment: particles that meet with matching faces become one crystal.
///
///     K = k p f  for n, m ≤ n_max,  0 above
///
/// F. Huang, H. Zhang, R. L. Penn, J. F. Banfield and coworkers (2003). With `largest` at the primary
/// particle nothing but pairs forms, and the mean over particles follows
/// d/d_0 = (2^(1/3) x + 1)/(x + 1), x = k p f N_0 t/2.
public struct OrientedAttachment: CoalescenceLaw {
  public var rateConstant = Coefficient(0)
  public var attachmentProbability = Coefficient(1)
  public var faceMatching = Coefficient(1)
  public var largest = Coefficient(0)

  public init() {}

  public static let name = "oriented-attachment"
  public static let summary = "Particles that meet with matching faces become one crystal."
  public static let equation = "K(n,m) = k p f for n, m <= n_max, 0 above"
  public static let assumptions =
    "Meetings do not depend on size; what has attached stays, and its volumes add."
  public static let source =
    "F. Huang, H. Zhang, B. Gilbert, R. L. Penn, J. F. Banfield (2003): the two-size irreversible "
    + "dimer model"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .pairRateConstant, "k: meetings"),
    Parameter(
      "attachment_probability", \.attachmentProbability, .dimensionless,
      "p: share of matching meetings that last", default: 1),
    Parameter(
      "face_matching", \.faceMatching, .dimensionless, "f: share of meetings that match",
      default: 1),
    Parameter(
      "largest", \.largest, .dimensionless,
      "n_max: units up to which a particle attaches; 0: no limit", default: 0),
  ]

  public var lastSizes: [Double] { largest.value > 0 ? [largest.value] : [] }

  public func kernel<Value: Scalar>(
    _ one: Particle<Value>, _ other: Particle<Value>, in medium: Medium<Value>
  ) -> Value {
    let limit: Double = medium(largest).value
    guard limit <= 0 || max(one.units.value, other.units.value) <= limit else { return Value(0) }
    return medium(rateConstant) * medium(attachmentProbability) * medium(faceMatching)
  }
}
