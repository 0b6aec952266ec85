public import Kinetics
import Units

/// Nucleation as a power of the concentration of solute.
///
///     J = k c^p N_A
///
/// J. Nývlt, *J. Cryst. Growth* **3-4**, 377 (1968), for the power of the supersaturation; with
/// p = n units in a nucleus it is the mass action of n units that meet.
public struct PowerLawNucleation: NucleationLaw {
  public var rateConstant = Coefficient(0)
  public var order = Coefficient(1)
  public var nucleusUnits = Coefficient(2)

  public init() {}

  public static let name = "power-law"
  public static let summary = "Nuclei appear at a power of the concentration of solute."
  public static let equation = "J = k c^p N_A"
  public static let assumptions =
    "Nothing dissolves below the nucleus; the constant counts events of mol per volume and time, "
    + "its unit following from the order as that of a reaction does."
  public static let source = "J. Nyvlt, J. Cryst. Growth 3-4, 377 (1968)"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .rateConstantOfOrder, "k"),
    Parameter("order", \.order, .dimensionless, "p"),
    Parameter("nucleus_units", \.nucleusUnits, .dimensionless, "units of a nucleus"),
  ]

  public var needsSolubility: Bool { false }

  public func birth<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Birth<Value> {
    let units = medium(nucleusUnits)
    return Birth(rate: rate(in: medium), units: units.value < 2 ? Value(2) : units)
  }

  private func rate<Value: Scalar>(in medium: Medium<Value>) -> Value {
    guard medium.solute.value > 0 else { return Value(0) }
    return medium(rateConstant) * Value.pow(medium.solute, medium(order))
      * PhysicalConstants.avogadro
  }
}
