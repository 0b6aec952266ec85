import Kinetics
import Materials

/// The solute units of species that have a formula and do not say their units.
///
/// The rule: a molecule that holds the elements of the solid in the proportion of the solid has as many
/// units as it holds of them, and one that holds none of them has zero. For any other the units
/// depend on what else is in the flask, and the scenario must say them.
enum FormulaUnits {
  /// Puts the units that follow from formulas under what the scenario says.
  static func supply(_ table: inout Table) {
    guard let entry = table.entry("species"), case .list(let nodes) = entry.node.value,
      let solid = solid(of: table, nodes)
    else { return }
    let supplied = nodes.map { node in
      guard case .table(var species) = node.value, !isSolute(species), species["units"] == nil,
        let units = formula(of: species)?.units(of: solid)
      else { return node }
      let place = Place(Source(.fallback, name: "from the formula"))
      species.set("units", at: place, to: Node(value(units), at: place))
      return Node(.table(species), at: node.place)
    }
    table.set("species", at: entry.keyPlace, to: Node(.list(supplied), at: entry.node.place))
  }

  /// The formula of the solid, or else that of the solute, which is one unit of it.
  private static func solid(of table: Table, _ species: [Node]) -> ChemicalFormula? {
    if case .table(let material)? = table["material"]?.value, material["formula"] != nil {
      return formula(of: material)
    }
    let solutes = species.lazy.compactMap { node -> ChemicalFormula? in
      guard case .table(let species) = node.value, isSolute(species) else { return nil }
      return formula(of: species)
    }
    return solutes.first
  }

  private static func isSolute(_ species: Table) -> Bool {
    if case .string(Species.soluteName)? = species["name"]?.value { true } else { false }
  }

  private static func formula(of table: Table) -> ChemicalFormula? {
    guard case .string(let text)? = table["formula"]?.value else { return nil }
    return try? ChemicalFormula(text)
  }

  private static func value(_ units: Double) -> Node.Value {
    Int(exactly: units).map { .integer($0) } ?? .number(units)
  }
}
