extension MaterialCatalogue {
  static let pnictides = [
    Material(
      name: "InP", polymorph: "zinc blende",
      formulaUnit: FormulaUnit([.indium: 1, .phosphorus: 1]),
      lattice: .cubic(a: 5.8687e-10, formulaUnits: 4), latticeSource: handbook,
      examples: ExampleKinetics(
        surfaceEnergy: ExampleValue(
          value: 0.2, confidence: .low,
          source: "0.1-0.3 J/m^2 in models at 150-320 °C; bare facets have 1.1-1.3"),
        solubility: ExampleSolubility(
          value: 0, temperature: 573.15, enthalpy: 0, confidence: .low,
          source: "its precipitation is essentially irreversible")))
  ]
}
