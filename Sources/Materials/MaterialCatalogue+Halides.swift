extension MaterialCatalogue {
  static let halides = [
    Material(
      name: "CsPbBr3", polymorph: "cubic perovskite", formulaUnit: caesiumLeadBromide,
      lattice: .cubic(a: 5.874e-10, formulaUnits: 1),
      latticeSource: "C. K. Møller, Nature 182, 1436 (1958), above 130 °C", examples: bromide),
    Material(
      name: "CsPbBr3-orthorhombic", polymorph: "orthorhombic perovskite (Pbnm)",
      formulaUnit: caesiumLeadBromide,
      lattice: .orthorhombic(a: 8.207e-10, b: 8.255e-10, c: 11.759e-10, formulaUnits: 4),
      latticeSource: """
        M. Rodová, J. Brožek, K. Knížek, K. Nitsch, J. Therm. Anal. Calorim. 71, 667 (2003), \
        room temperature
        """,
      examples: bromide),
  ]

  private static let caesiumLeadBromide = FormulaUnit([.caesium: 1, .lead: 1, .bromine: 3])

  private static let bromide = ExampleKinetics(
    surfaceEnergy: ExampleValue(
      value: 0.05, confidence: .low, source: "0.02-0.1 J/m^2 in models at 25-180 °C"),
    solubility: ExampleSolubility(
      value: 1, temperature: 298.15, enthalpy: 0, confidence: .low,
      source: """
        high, of the order of 1 mol/m^3, through the equilibrium of PbBr2 with its ligand; \
        compare Akkerman et al., Science 377, 1406 (2022), 10.1126/science.abq3616
        """),
    diffusivity: ExampleValue(
      value: 3e-10, confidence: .low, source: "1e-10 to 1e-9 m^2/s in models"))
}
