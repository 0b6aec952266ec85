/// What one unit of a crystal is: the atoms that the solute brings as one.
public struct FormulaUnit: Sendable, Hashable {
  public let atoms: [Element: Int]

  public init(_ atoms: [Element: Int]) { self.atoms = atoms }

  /// The mass of a mole of units, in kg/mol.
  public var molarMass: Double {
    Element.allCases.reduce(0) { $0 + Double(atoms[$1] ?? 0) * $1.molarMass }
  }
}
