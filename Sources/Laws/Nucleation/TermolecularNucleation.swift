public import Kinetics
import Units

/// Alternative termolecular nucleation: one precursor and two solvated ones make a trimer.
///
///     A + 2 A_s -> B_3,  J = k [A] [A_s]² N_A
///
/// D. R. Handwerk, P. D. Shipman, C. B. Whitehead, S. Özkar, R. G. Finke, *J. Am. Chem. Soc.* **141**,
/// 15827 (2019), doi:10.1021/jacs.9b06364. A is the solute, and A_s the partner, of which an event
/// consumes two; Finke-Watzky's own A -> B is written as a reaction.
public struct TermolecularNucleation: NucleationLaw {
  public var rateConstant = Coefficient(0)

  public init() {}

  public static let name = "termolecular"
  public static let summary = "One solute unit and two of its partner make a nucleus of three."
  public static let equation = "A + 2 A_s -> B_3,  J = k [A] [A_s]^2 N_A"
  public static let assumptions =
    "Nothing dissolves; the partner holds a unit a molecule, and is made by a reaction."
  public static let source =
    "D. R. Handwerk, P. D. Shipman, C. B. Whitehead, S. Oezkar, R. G. Finke, J. Am. Chem. Soc. 141, "
    + "15827 (2019), doi:10.1021/jacs.9b06364"
  public static let parameters: [Parameter<Self>] = [
    Parameter("rate_constant", \.rateConstant, .rateConstant(order: 3), "k: events of mol")
  ]

  public var partnerCount: Double { 2 }
  public var needsSolubility: Bool { false }
  public var reads: MediumVariables { [.temperature, .solute, .partner] }

  public func birth<Value: TabulatedScalar>(
    on ladder: Ladder, in medium: Medium<Value>
  ) -> Birth<Value> {
    let meetings = medium.solute * medium.partner * medium.partner
    let rate = medium(rateConstant) * meetings * PhysicalConstants.avogadro
    return Birth(rate: rate.value < 0 ? Value(0) : rate, units: Value(3))
  }
}
