/// A solid that crystals are made of: its structure as measured, and where the
/// literature has any, effective values of kinetic models as examples.
///
///     v_m = V_cell / Z,   V_m = v_m N_A,   ρ = M / V_m
///
/// All values are in SI units. One unit of a particle is one formula unit.
public struct Material: Sendable, Hashable {
  public let name: String
  public let polymorph: String
  public let formulaUnit: FormulaUnit
  public let lattice: Lattice
  public let latticeSource: String
  public let examples: ExampleKinetics

  /// The formula of one unit, which the name opens with.
  public var formula: String { String(name.prefix { $0 != "-" }) }

  /// The volume of one formula unit, in m³.
  public var unitVolume: Double { lattice.cellVolume / Double(lattice.formulaUnits) }

  /// The volume of a mole of formula units, in m³/mol.
  public var molarVolume: Double { unitVolume * Self.avogadroConstant }

  /// The mass of a mole of formula units, in kg/mol.
  public var formulaMass: Double { formulaUnit.molarMass }

  /// The mass density of the bulk crystal, in kg/m³.
  public var massDensity: Double { formulaMass / molarVolume }

  /// N_A, in 1/mol; exact by definition of the mole (CODATA 2018).
  static let avogadroConstant = 6.022_140_76e23
}
