import Synthesis
import Units

extension ScenarioTables {
  static let flask = TableSpec(
    "flask", "The vessel and its temperature.",
    [
      KeySpec("volume", .quantity(.volume, .positive), .required, "At the start"),
      KeySpec(
        "temperature", .quantity(.temperature), .required,
        "At the start, and held without a program"),
      KeySpec(
        "capacity", .quantity(.volume, .positive), .optional,
        "What it holds; injections and feeds beyond are refused", example: "\"25 mL\""),
      KeySpec("program", .tables(programStep), .optional, programStep.doc),
      KeySpec("heat", .table(heat), .optional, heat.doc),
    ])

  static let programStep = TableSpec(
    "flask.program", "Steps of temperature, one after another.",
    [
      KeySpec(
        "ramp_to", .quantity(.temperature), .optional, "Goes to a temperature",
        example: "\"300 degC\""),
      KeySpec("rate", .quantity(.temperatureRate), .optional, "How fast it goes there"),
      KeySpec("hold", .quantity(.time, .positive), .optional, "Stays", example: "\"10 min\""),
      KeySpec(
        "quench_to", .quantity(.temperature), .optional, "Jumps to a temperature",
        example: "\"60 degC\""),
    ])

  static let heat = TableSpec(
    "flask.heat", "A heat balance: the flask follows its bath, injections and reactions.",
    [
      KeySpec(
        "heat_transfer", .quantity(.heatTransfer, .notNegative), .required,
        "Heat per time and kelvin from the bath"),
      KeySpec(
        "heat_capacity", .quantity(.volumetricHeatCapacity, .positive), .required,
        "Of the liquid, per volume"),
      KeySpec(
        "crystallisation_enthalpy", .quantity(.energyPerAmount), .fallback("\"0 kJ/mol\""),
        "Of one mole of units that become solid; negative heats the flask"),
    ])

  static let injection = TableSpec(
    "injection", "Liquid that is added.",
    [
      KeySpec("at", .quantity(.time, .notNegative), .fallback("\"0 s\""), "When it starts"),
      KeySpec(
        "duration", .quantity(.time, .notNegative), .fallback("\"0 s\""),
        "How long it lasts; 0 s: at once"),
      KeySpec("volume", .quantity(.volume, .positive), .required, "How much", example: "\"1 mL\""),
      KeySpec(
        "temperature", .quantity(.temperature), .optional,
        "Its own, with [flask.heat]; the flask's where it is not given",
        example: "\"25 degC\""),
      KeySpec(
        "contents", .named(.quantity(.concentration, .notNegative), what: "species"),
        .fallback("{}"), "Concentration of each species in it", example: "{ TOPSe = \"0.2 mol/L\" }"
      ),
      KeySpec(
        "mixing_time", .quantity(.time, .positive), .optional,
        "What is injected comes into the solution as 1 - exp(-t/mixing_time); at once without",
        example: "\"0.2 s\""),
      KeySpec("seed", .tables(seed), .optional, "Particles that come with it."),
    ])

  static let seed = TableSpec(
    "seed", "Particles that are there from the start.",
    [
      KeySpec(
        "number", .quantity(.numberDensity, .notNegative), .required,
        "Particles per volume of the liquid that holds them"),
      KeySpec("diameter", .quantity(.length, .positive), .optional, "One diameter for all"),
      KeySpec(
        "distribution",
        .choice(
          ["lognormal", "normal", "schulz"] + RipenedSizes.allCases.map(\.rawValue),
          what: "size distribution"),
        .optional, "Of diameters, with mean and dispersion; the lsw shapes have their own width",
        example: "\"lognormal\""),
      KeySpec("mean", .quantity(.length, .positive), .optional, "Mean diameter"),
      KeySpec(
        "dispersion", .quantity(.dimensionless, .within(0...2)), .optional,
        "Standard deviation over mean", example: "0.1"),
      KeySpec(
        "file", .text, .optional, "A table of diameters and counts", example: "\"histogram.csv\""),
    ])
}
