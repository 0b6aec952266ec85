extension MaterialCatalogue {
  static let chalcogenides: [Material] =
    cadmiumSelenides + cadmiumSulfides + zincChalcogenides + leadChalcogenides

  private static let cadmiumSelenides = [
    Material(
      name: "CdSe", polymorph: "zinc blende",
      formulaUnit: FormulaUnit([.cadmium: 1, .selenium: 1]),
      lattice: .cubic(a: 6.077e-10, formulaUnits: 4),
      latticeSource: "powder diffraction file 19-0191, room temperature", examples: cdse),
    Material(
      name: "CdSe-wurtzite", polymorph: "wurtzite",
      formulaUnit: FormulaUnit([.cadmium: 1, .selenium: 1]),
      lattice: .hexagonal(a: 4.2999e-10, c: 7.0109e-10, formulaUnits: 2),
      latticeSource: handbook, examples: cdse),
  ]

  private static let cadmiumSulfides = [
    Material(
      name: "CdS", polymorph: "zinc blende", formulaUnit: FormulaUnit([.cadmium: 1, .sulfur: 1]),
      lattice: .cubic(a: 5.832e-10, formulaUnits: 4), latticeSource: handbook, examples: assumed),
    Material(
      name: "CdS-wurtzite", polymorph: "wurtzite",
      formulaUnit: FormulaUnit([.cadmium: 1, .sulfur: 1]),
      lattice: .hexagonal(a: 4.1365e-10, c: 6.716e-10, formulaUnits: 2),
      latticeSource: handbook, examples: assumed),
  ]

  private static let zincChalcogenides = [
    Material(
      name: "ZnS", polymorph: "zinc blende", formulaUnit: FormulaUnit([.zinc: 1, .sulfur: 1]),
      lattice: .cubic(a: 5.4093e-10, formulaUnits: 4),
      latticeSource: "B. J. Skinner, Am. Mineral. 46, 1399 (1961), 25 °C", examples: assumed),
    Material(
      name: "ZnSe", polymorph: "zinc blende", formulaUnit: FormulaUnit([.zinc: 1, .selenium: 1]),
      lattice: .cubic(a: 5.6676e-10, formulaUnits: 4), latticeSource: handbook, examples: assumed),
  ]

  private static let leadChalcogenides = [
    Material(
      name: "PbS", polymorph: "rock salt", formulaUnit: FormulaUnit([.lead: 1, .sulfur: 1]),
      lattice: .cubic(a: 5.9362e-10, formulaUnits: 4),
      latticeSource: "powder diffraction file 05-0592 (National Bureau of Standards), 26 °C",
      examples: pbs),
    Material(
      name: "PbSe", polymorph: "rock salt", formulaUnit: FormulaUnit([.lead: 1, .selenium: 1]),
      lattice: .cubic(a: 6.1243e-10, formulaUnits: 4),
      latticeSource: "powder diffraction file 06-0354 (National Bureau of Standards), 25 °C",
      examples: pbse),
  ]

  static let handbook =
    "O. Madelung, Semiconductors: Data Handbook, 3rd ed. (Springer, 2004), room temperature"

  private static let cdse = ExampleKinetics(
    surfaceEnergy: ExampleValue(
      value: 0.125, confidence: .medium,
      source: """
        0.125 J/m^2 in Talapin et al., J. Phys. Chem. B 105, 12278 (2001); 0.2 in Mantzaris, \
        Chem. Eng. Sci. 60, 4749 (2005); models use 0.10-0.20 at 180-320 °C, calculated bare \
        facets have 0.2-0.6
        """),
    solubility: ExampleSolubility(
      value: 1e-3, temperature: 513.15, enthalpy: 60e3, confidence: .low,
      source: """
        order of 1e-3 mol/m^3 in Mantzaris, Chem. Eng. Sci. 60, 4749 (2005); 5.5e-2 in a fit to \
        the growth curves of Peng et al., J. Am. Chem. Soc. 120, 5343 (1998); temperature and \
        enthalpy are assumed
        """),
    diffusivity: ExampleValue(
      value: 1e-9, confidence: .low,
      source: """
        Stokes-Einstein gives 2e-9 m^2/s; models use 1e-12, an effective fit to growth curves \
        found 3e-18: not identifiable from sizes alone
        """))

  private static let assumed = ExampleKinetics(
    surfaceEnergy: ExampleValue(
      value: 0.2, confidence: .low, source: "0.1-0.3 J/m^2 assumed at 180-310 °C"),
    diffusivity: ExampleValue(
      value: 1e-9, confidence: .low, source: "order of the Stokes-Einstein value"))

  private static let pbs = ExampleKinetics(
    surfaceEnergy: ExampleValue(
      value: 0.1, confidence: .low, source: "0.05-0.15 J/m^2 in models at 80-150 °C"),
    solubility: ExampleSolubility(
      value: 1e-4, temperature: 373.15, enthalpy: 60e3, confidence: .low,
      source: """
        unknown; 1e-5 to 1e-3 mol/m^3 assumed in models; the middle, temperature and enthalpy \
        are assumed here
        """),
    diffusivity: ExampleValue(
      value: 3e-10, confidence: .low, source: "1e-10 to 1e-9 m^2/s in models"))

  private static let pbse = ExampleKinetics(
    surfaceEnergy: ExampleValue(
      value: 0.1, confidence: .low, source: "0.05-0.15 J/m^2 in models at 80-180 °C"))
}
