import Kinetics
import Materials

extension ExperimentDecoder {
  /// The formulas of species by their names, the solute's among them where it is known; nil where
  /// one of them cannot be read or does not tell what is asked of it.
  mutating func formulas() -> [String: ChemicalFormula]? {
    let (known, isSolidGood) = root.table("material").map { formula(of: $0) } ?? (nil, true)
    var solid = known
    var formulas: [String: ChemicalFormula] = [:]
    var isGood = isSolidGood
    for table in root.tables("species") {
      let (own, isRead) = formula(of: table)
      isGood = isGood && isRead
      guard let own, let name = table.text("name") else { continue }
      formulas[name] = own
      guard name == Species.soluteName else { continue }
      isGood = agrees(own, with: known, table) && isGood
      solid = known ?? own
    }
    formulas[Species.soluteName] = solid
    guard isGood else { return nil }
    for table in root.tables("species") where !table.has("units") {
      guard let name = table.text("name"), name != Species.soluteName, let own = formulas[name]
      else { continue }
      refuseOpenUnits(of: name, own, solid, at: table.place("formula"))
      isGood = false
    }
    return isGood ? formulas : nil
  }

  /// The formula of a table, and whether it is absent or good.
  private mutating func formula(of table: TableReading) -> (ChemicalFormula?, Bool) {
    guard let text = table.text("formula") else { return (nil, true) }
    do throws(ChemicalFormula.Fault) {
      return (try ChemicalFormula(text), true)
    } catch {
      reader.error(
        error.message, hint: "write it as in \"Pb(C18H33O2)2\"",
        at: table.place("formula").inside(text, from: error.offset, length: error.length))
      return (nil, false)
    }
  }

  /// Whether the solute is one unit of the solid.
  private mutating func agrees(
    _ solute: ChemicalFormula, with solid: ChemicalFormula?, _ table: TableReading
  ) -> Bool {
    guard let solid, solid.atoms != solute.atoms else { return true }
    reader.error(
      "the solute is one unit of the solid, which is \"\(solid.text)\" and not \"\(solute.text)\"",
      hint: "leave the formula of the solute out, or set material.formula",
      at: table.place("formula"))
    return false
  }

  private mutating func refuseOpenUnits(
    of name: String, _ formula: ChemicalFormula, _ solid: ChemicalFormula?, at place: Place
  ) {
    let subject = "the units of \"\(name)\" do not follow from its formula"
    guard let solid else {
      return reader.error(
        "\(subject): that of the solid is not known",
        hint: "give units, the solute units that one molecule can become, or material.formula",
        at: place)
    }
    let elements = solid.atoms.keys.sorted()
    let held = elements.filter { formula.atoms[$0] != nil }.joined(separator: " and ")
    let lacking = elements.filter { formula.atoms[$0] == nil }.joined(separator: " or ")
    reader.error(
      lacking.isEmpty
        ? "\(subject): it holds \(held) in another proportion than \(solid.text)"
        : "\(subject): of \(solid.text) it holds \(held) and no \(lacking)",
      hint: "give units, the solute units that one molecule can become: as a rule 0 where it is in "
        + "excess", at: place)
  }
}
