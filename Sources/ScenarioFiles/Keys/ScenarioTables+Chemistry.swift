import Kinetics
import Laws
import Units

extension ScenarioTables {
  static let material = TableSpec(
    "material", "The solid that the particles are made of.",
    [
      KeySpec(
        "name", .text, .required, "A built-in material, whose values hold where none is given here",
        example: "\"CdSe\""),
      KeySpec(
        "formula", .text, .optional, "Of one unit of the solid, which is what the solute brings",
        example: "\"CdSe\""),
      KeySpec(
        "volume_per_unit", .quantity(.volumePerUnit, .positive), .optional,
        "Volume of a formula unit in the solid"),
      KeySpec(
        "molar_volume", .quantity(.molarVolume, .positive), .optional, "The same, per mole"),
      KeySpec(
        "solubility", .coefficient(.concentration, .notNegative, energy: "enthalpy"), .optional,
        "Concentration of solute over the bulk solid; 0 mol/L: nothing dissolves",
        example: "{ value = \"1 umol/L\", at = \"240 degC\", enthalpy = \"60 kJ/mol\" }"),
    ] + surfaceKeys)

  /// The law of the surface is always there, and its constants belong to the material.
  static let surfaceLaw = LawCatalogue.energy.first { $0.name == "surface" }

  private static let surfaceKeys = (surfaceLaw?.constants ?? []).map { constant in
    let key = KeySpec(constant: constant)
    // A built-in material may supply it, so that its absence is told later.
    guard case .required = key.presence else { return key }
    return KeySpec(key.name, key.kind, .optional, key.doc, example: key.example)
  }

  static let species = TableSpec(
    "species", "What is dissolved.",
    [
      KeySpec("name", .text, .required, "As it stands in equations", example: "\"TOPSe\""),
      KeySpec(
        "initial", .quantity(.concentration, .notNegative), .fallback("\"0 mol/L\""),
        "At the start",
        example: "\"20 mmol/L\""),
      KeySpec(
        "units", .number(.notNegative), .optional,
        "Solute units that one molecule can become; else from the formula, or 0, or 1 for the solute",
        example: "1"),
      KeySpec("held", .flag, .fallback("false"), "Kept constant from outside"),
      KeySpec(
        "formula", .text, .optional,
        "Of one molecule; equations whose species all have one are checked element by element",
        example: "\"Pb(C18H33O2)2\""),
    ])

  static let reaction = TableSpec(
    "reaction", "How precursors become solute.",
    [
      KeySpec(
        "equation", .text, .required, "Consumed and made; <-> goes both ways",
        example: "\"TOPSe -> solute\""),
      KeySpec("rate_constant", .rateConstant, .required, "Of the forward rate"),
      KeySpec(
        "equilibrium_constant", .equilibriumConstant, .optional,
        "Of a reaction written with <->; over temperature by its enthalpy"),
      KeySpec(
        "orders", .named(.number(), what: "species"), .fallback("{}"),
        "Powers of concentrations where they are not the numbers in the equation",
        example: "{ TOPSe = 1 }"),
      KeySpec(
        "catalyst", .either([.text, .list(.text)]), .optional,
        "Species that speed it up, each to the first power", example: "\"DPP\""),
      KeySpec(
        "yield", .quantity(.dimensionless, .within(0...1)), .fallback("1"),
        "Share of the solute units that is formed; the rest is lost"),
      KeySpec(
        "enthalpy", .quantity(.energyPerAmount), .fallback("\"0 kJ/mol\""),
        "Of one mole of events; negative heats the flask"),
    ])

  static let attachment = TableSpec(
    "attachment", "How particles take up solute.",
    [
      KeySpec(
        "capture_radius",
        .choice(Ladder.CaptureRadius.allCases.map(\.rawValue), what: "capture radius"),
        .fallback("\"particle\""), "Where solute is captured: at r_n, or at r_n + r_1"),
      KeySpec(
        "gibbs_thomson",
        .choice(Ladder.GibbsThomson.allCases.map(\.rawValue), what: "form of Gibbs-Thomson"),
        .fallback("\"exponential\""), "How detachment depends on energy; linear is for checks"),
      KeySpec(
        "consumes", .text, .fallback(TOMLText.quoted(Species.soluteName)),
        "The species that particles are built from, of one solute unit"),
      KeySpec(
        "releases", .named(.number(.notNegative), what: "species"), .optional,
        "Molecules that a unit sets free when it attaches", example: "{ OA = 1 }"),
    ],
    variants: .laws(
      LawCatalogue.attachment, what: "attachment law", doc: "What limits the uptake of solute"))

  static let energy = TableSpec(
    "energy", "Energies that add to that of the surface.", [],
    variants: .laws(
      LawCatalogue.energy.filter { $0.name != "surface" }, what: "energy law of this version",
      doc: "What adds to the energy of a particle"))

  static let sweep = TableSpec(
    "sweep", "Many runs of this scenario.",
    [
      KeySpec(
        "design",
        .choice(
          ["grid", "zip", "list", "latin-hypercube", "sobol", "saltelli"],
          what: "design of a sweep"), .fallback("\"grid\""), "Which points are visited"),
      KeySpec("axis", .tables(sweepAxis), .optional, sweepAxis.doc),
      KeySpec(
        "samples", .integer(.atLeast(1)), .optional,
        "Of latin-hypercube and sobol; blocks of saltelli, a power of two", example: "64"),
      KeySpec(
        "second_order", .flag, .optional,
        "Of saltelli: indices of pairs too, N(2D + 2) points in the place of N(D + 2)",
        example: "true"),
      KeySpec("replicates", .integer(.atLeast(1)), .fallback("1"), "Runs of every point"),
      KeySpec(
        "seed", .integer(.notNegative), .fallback("1"), "Where the design's random numbers start"),
      KeySpec(
        "file", .text, .optional, "Points of a list, a column a path", example: "\"points.csv\""),
      KeySpec(
        "keep", .choice(["values", "curves", "runs"], what: "thing to keep"),
        .fallback("\"values\""), "Final values, curves too, or whole result files"),
      KeySpec("batch", .table(batch), .optional, batch.doc),
    ])

  static let sweepAxis = TableSpec(
    "sweep.axis", "A value that changes from point to point.",
    [
      KeySpec(
        "path", .text, .required, "Where it stands",
        example: "\"reaction[0].rate_constant.value\""),
      KeySpec(
        "values", .list(.value), .optional, "One by one", example: "[\"0.01 1/s\", \"0.1 1/s\"]"),
      KeySpec("from", .value, .optional, "Or a range: its start", example: "\"0.01 1/s\""),
      KeySpec("to", .value, .optional, "Its end", example: "\"0.1 1/s\""),
      KeySpec("count", .integer(.atLeast(1)), .optional, "How many values", example: "5"),
      KeySpec(
        "scale", .choice(["linear", "log"], what: "scale of an axis"), .fallback("\"linear\""),
        "Equal steps or equal factors"),
    ])
}
