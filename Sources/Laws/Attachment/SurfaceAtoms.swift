public import Kinetics
import Units

/// Attachment to each atom of the surface, with rate constants that differ between small and large.
///
///     a(n) = k(n) r(n)/N_A,  r(n) = 2.677 n^0.72, or min(n, r(n))
///     step    k(n) = k for n ≤ M, k_l above
///     table   k(n) linear between given sizes, constant outside
///
/// The growth of the mechanism-enabled population balance: D. R. Handwerk et al.,
/// *J. Am. Chem. Soc.* **141**, 15827 (2019), doi:10.1021/jacs.9b06364, and
/// *J. Phys. Chem. C* **124**, 4852 (2020), doi:10.1021/acs.jpcc.9b11239.
/// The count of surface atoms is one of compact metal clusters, after Schmidt and Smirnov (2005);
/// below 34 units it exceeds the number of all.
public struct SurfaceAtoms: AttachmentLaw {
  /// How the rate constant of an atom depends on the size of its particle.
  public enum Form: String, Sendable, CaseIterable {
    case step
    case table
  }

  /// How surface atoms are counted.
  public enum Counting: String, Sendable, CaseIterable {
    case power
    case capped
  }

  public var form = Form.step
  public var counting = Counting.power
  public var rateConstant = Coefficient(0)
  public var largeRateConstant = Coefficient(0)
  public var cutoff = Coefficient(0)
  public var sizes: [Double] = []
  public var rates: [Double] = []

  public init() {}

  public static let name = "surface-atoms"
  public static let summary = "Each atom of the surface takes up solute; small particles otherwise."
  public static let equation =
    "a(n) = k(n) r(n)/N_A, r(n) = 2.677 n^0.72 (capped: at most n);  "
    + "step: k(n) = k for n <= M, k_l above;  table: k(n) linear between the sizes"
  public static let assumptions =
    "Solute is mixed down to the surface; compact metal clusters. Outside a table its first and "
    + "last rates hold, at every temperature."
  public static let source =
    "D. R. Handwerk et al., J. Am. Chem. Soc. 141, 15827 (2019), doi:10.1021/jacs.9b06364; "
    + "J. Phys. Chem. C 124, 4852 (2020), doi:10.1021/acs.jpcc.9b11239"
  public static let choices: [Choice<Self>] = [
    Choice("form", \.form, "how k depends on the size of the particle", default: .step),
    Choice(
      "counting", \.counting, "surface atoms by the power, or never more than all",
      default: .power),
  ]
  public static let parameters: [Parameter<Self>] = [
    Parameter(
      "rate_constant", \.rateConstant, .secondOrderRate, "k: of one surface atom up to the cutoff",
      of: [Form.step.rawValue]),
    Parameter(
      "large_rate_constant", \.largeRateConstant, .secondOrderRate,
      "k_l: of one surface atom beyond the cutoff", of: [Form.step.rawValue]),
    Parameter(
      "cutoff", \.cutoff, .dimensionless, "M: the largest particle that counts as small, units",
      isPositive: true, of: [Form.step.rawValue]),
  ]
  public static let series: [Series<Self>] = [
    Series(
      sizes: "sizes", \.sizes, from: 1, "units at which the rates are given",
      of: [Form.table.rawValue]),
    Series(
      "rates", \.rates, .secondOrderRate, "k of one surface atom at each size",
      of: [Form.table.rawValue]),
  ]

  public func attachment<Value: Scalar>(
    of particle: Particle<Value>, taking step: GrowthStep<Value>, in medium: Medium<Value>
  ) -> Value {
    constant(of: particle.units, in: medium) * surfaceAtoms(of: particle)
      * medium.openSurface / PhysicalConstants.avogadro
  }

  private func constant<Value: Scalar>(of units: Value, in medium: Medium<Value>) -> Value {
    switch form {
    case .step:
      units.value <= medium(cutoff).value ? medium(rateConstant) : medium(largeRateConstant)
    case .table: tabulated(units)
    }
  }

  /// The rate at a size, along the straight line between its neighbours in the table.
  private func tabulated<Value: Scalar>(_ units: Value) -> Value {
    guard let first = rates.first, let last = rates.last else { return Value(0) }
    guard let above = sizes.firstIndex(where: { $0 > units.value }) else { return Value(last) }
    guard above > 0 else { return Value(first) }
    let slope = (rates[above] - rates[above - 1]) / (sizes[above] - sizes[above - 1])
    return rates[above - 1] + slope * (units - sizes[above - 1])
  }

  private func surfaceAtoms<Value: Scalar>(of particle: Particle<Value>) -> Value {
    let (atoms, units) = (particle.surfaceAtoms, particle.units)
    return counting == .capped && atoms.value > units.value ? units : atoms
  }
}
