import Units

extension ScenarioTables {
  static let ligand = TableSpec(
    "ligand", "What covers the surface of the particles.",
    [
      KeySpec(
        "law", .choice(["langmuir"], what: "law of ligands"), .fallback("\"langmuir\""),
        "Sites of one kind, on which ligands compete"),
      KeySpec(
        "name", .text, .required, "A species; with initial it need not be described elsewhere",
        example: "\"OA\""),
      KeySpec(
        "initial", .quantity(.concentration, .notNegative), .optional,
        "Dissolved at the start, of a ligand that is no [[species]]", example: "\"10 mmol/L\""),
      KeySpec(
        "adsorption_constant",
        .coefficient(.secondOrderRate, .notNegative, energy: "activation_energy"), .required,
        "k_a: per free site", example: "\"100 L/(mol s)\""),
      KeySpec(
        "desorption_constant",
        .coefficient(.firstOrderRate, .positive, energy: "activation_energy"), .required,
        "k_d: per bound ligand", example: "\"0.5 1/s\""),
      KeySpec("site_density", .quantity(.areaDensity, .positive), .required, "Sites per area"),
      KeySpec(
        "initial_coverage", .quantity(.dimensionless, .within(0...1)), .optional,
        "Share of the sites at the start; in equilibrium with the solution where not given",
        example: "0.5"),
    ])

  /// What a law of attachment has that ligands block.
  static let gatingLigands = KeySpec(
    "ligand", .either([.text, .list(.text)]), .optional,
    "The ligands that block; all where none is named", example: "\"OA\"")
}
