import Units

extension ScenarioTables {
  static let event = TableSpec(
    "event", "Concentrations that are set anew at once: at a time, or when one passes a value.",
    [
      KeySpec("at", .quantity(.time, .notNegative), .optional, "When", example: "\"25 s\""),
      KeySpec(
        "when", .text, .optional,
        "Each time that this becomes true, checked after every event of the engine \"monte-carlo\": "
          + "a species, > or <, a concentration", example: "\"P2 > 30 mol/m^3\""),
      KeySpec(
        "set", .named(.quantity(.concentration, .notNegative), what: "species"), .required,
        "The new concentrations; what appears is booked as supplied, what vanishes as lost",
        example: "{ P = \"0.1 mol/L\" }"),
    ])
}
