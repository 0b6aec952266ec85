import Testing

@testable import Materials

@Suite struct `A chemical formula` {
  @Test(arguments: [
    ("CdSe", ["Cd": 1, "Se": 1]),
    ("Pb(C18H33O2)2", ["Pb": 1, "C": 36, "H": 66, "O": 4]),
    ("C36H66O4Pb", ["Pb": 1, "C": 36, "H": 66, "O": 4]),
    ("CO", ["C": 1, "O": 1]), ("Co", ["Co": 1]),
    ("CH3COOH", ["C": 2, "H": 4, "O": 2]),
    ("((CH3)3Si)3P", ["C": 9, "H": 27, "Si": 3, "P": 1]),
    ("[Pd(NH3)4]Cl2", ["Pd": 1, "N": 4, "H": 12, "Cl": 2]),
    ("Cd(CH3COO)2·2H2O", ["Cd": 1, "C": 4, "H": 10, "O": 6]),
  ])
  func `is read`(_ text: String, _ atoms: [String: Int]) throws {
    #expect(try ChemicalFormula(text).atoms == atoms)
  }

  @Test(arguments: [
    ("", 0), ("Xx2", 0), ("C18H33Ox", 6), ("cdse", 0), ("Pb(C18H33", 2), ("C18)2", 3), ("C0H4", 1),
    ("C1000001", 1), ("()", 0), ("C()2", 1), ("Cd2+", 3), ("C H", 1), ("(CH]2", 3), ("CdSe·", 4),
    ("·CdSe", 0), ("((C1000)1000)1000", 0), ("2", 0), ("C99999999999999999999", 1),
  ])
  func `that is none is told where`(_ text: String, _ offset: Int) {
    let fault = #expect(throws: ChemicalFormula.Fault.self) { try ChemicalFormula(text) }
    #expect(fault?.offset == offset, "\(fault?.message ?? "")")
  }

  @Test func `may be nested to any depth`() throws {
    let depth = 5_000
    let text = String(repeating: "(", count: depth) + "C" + String(repeating: ")", count: depth)
    #expect(try ChemicalFormula(text).atoms == ["C": 1])
  }

  @Test(arguments: [
    ("CdSe", "CdSe", 1.0), ("Cd3Se3(C4H9)2", "CdSe", 3), ("C24H51P", "CdSe", 0),
    ("HAuCl4", "Au", 1), ("Au25S18", "Au", 25), ("CsPbBr3", "CsPbBr3", 1),
  ])
  func `tells its units of a solid`(_ molecule: String, _ solid: String, _ units: Double) throws {
    #expect(try ChemicalFormula(molecule).units(of: ChemicalFormula(solid)) == units)
  }

  @Test(arguments: [("Cd(C18H33O2)2", "CdSe"), ("Cd2Se", "CdSe"), ("PbBr2", "CsPbBr3")])
  func `leaves its units open where they depend on others`(_ molecule: String, _ solid: String)
    throws
  {
    #expect(try ChemicalFormula(molecule).units(of: ChemicalFormula(solid)) == nil)
  }

  @Test func `is what the name of a built-in material opens with`() throws {
    for material in MaterialCatalogue.materials {
      let named = try ChemicalFormula(material.formula).atoms
      let listed = material.formulaUnit.atoms.map { ($0.key.rawValue, $0.value) }
      #expect(named == Dictionary(listed) { first, _ in first }, "\(material.name)")
    }
  }

  @Test func `knows every element once`() {
    #expect(PeriodicTable.symbols.count == 118 && Set(PeriodicTable.symbols).count == 118)
    #expect(Element.allCases.allSatisfy { PeriodicTable.symbols.contains($0.rawValue) })
  }
}
