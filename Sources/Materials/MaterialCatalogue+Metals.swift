extension MaterialCatalogue {
  static let metals = [
    Material(
      name: "Au", polymorph: "face-centred cubic", formulaUnit: FormulaUnit([.gold: 1]),
      lattice: .cubic(a: 4.0782e-10, formulaUnits: 4), latticeSource: elementTables,
      examples: nobleMetal(surfaceEnergy: "0.1-0.6 J/m^2 in solution at 25-100 °C, 1.1-1.5 bulk")),
    Material(
      name: "Ag", polymorph: "face-centred cubic", formulaUnit: FormulaUnit([.silver: 1]),
      lattice: .cubic(a: 4.0853e-10, formulaUnits: 4), latticeSource: elementTables,
      examples: nobleMetal(surfaceEnergy: "0.1-0.6 J/m^2 in solution at 25-100 °C, 1.2 bulk")),
    Material(
      name: "Pd", polymorph: "face-centred cubic", formulaUnit: FormulaUnit([.palladium: 1]),
      lattice: .cubic(a: 3.8907e-10, formulaUnits: 4), latticeSource: elementTables,
      examples: ExampleKinetics()),
    Material(
      name: "Ir", polymorph: "face-centred cubic", formulaUnit: FormulaUnit([.iridium: 1]),
      lattice: .cubic(a: 3.8394e-10, formulaUnits: 4), latticeSource: elementTables,
      examples: ExampleKinetics()),
  ]

  private static let elementTables =
    "X-ray diffraction at room temperature, as compiled in the tables of the elements"

  private static func nobleMetal(surfaceEnergy source: String) -> ExampleKinetics {
    ExampleKinetics(
      surfaceEnergy: ExampleValue(value: 0.3, confidence: .low, source: source),
      solubility: ExampleSolubility(
        value: 0, temperature: 298.15, enthalpy: 0, confidence: .low,
        source: "about zero: reduced atoms do not come back into solution"),
      diffusivity: ExampleValue(
        value: 1e-9, confidence: .low, source: "order of the Stokes-Einstein value"))
  }
}
