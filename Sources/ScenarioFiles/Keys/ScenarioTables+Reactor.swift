import Units

extension ScenarioTables {
  static let feed = TableSpec(
    "feed", "A syringe pump.",
    [
      KeySpec("at", .quantity(.time, .notNegative), .fallback("\"0 s\""), "When it starts"),
      KeySpec(
        "rate", .quantity(.flow, .positive), .optional,
        "How fast; with it the duration or the volume"),
      KeySpec(
        "duration", .quantity(.time, .positive), .optional, "How long it lasts",
        example: "\"10 min\""),
      KeySpec(
        "volume", .quantity(.volume, .positive), .optional, "How much in all",
        example: "\"10 mL\""),
      KeySpec(
        "program", .tables(feedStep), .optional, "Or rates one after another, in their place."),
      KeySpec(
        "temperature", .quantity(.temperature), .optional,
        "Its own, with [flask.heat]; the flask's where it is not given",
        example: "\"25 degC\""),
      KeySpec(
        "contents", .named(.quantity(.concentration, .notNegative), what: "species"),
        .fallback("{}"), "Concentration of each species in it",
        example: "{ TOPSe = \"0.2 mol/L\" }"),
    ])

  static let feedStep = TableSpec(
    "feed.program", "A step of a syringe pump.",
    [
      KeySpec(
        "rate", .quantity(.flow, .notNegative), .required, "How fast; 0 mL/min: a pause"),
      KeySpec(
        "duration", .quantity(.time, .positive), .required, "How long", example: "\"10 min\""),
    ])

  static let reactor = TableSpec(
    "reactor", "What the flask is part of; results are of what leaves.", [],
    variants: TableSpec.Variants(
      selector: KeySpec(
        "kind",
        .choice(ReactorKind.allCases.map(\.rawValue), what: "kind of reactor"),
        .fallback(TOMLText.quoted(ReactorKind.batch.rawValue)), "A flask, a tank or a tube"),
      cases: [
        reactorCase(.batch, "Nothing flows through"),
        reactorCase(.cstr, "One stirred tank at constant volume", flow),
        reactorCase(.plugFlow, "A tube without mixing along it: outputs are places in it"),
        reactorCase(.laminar, "A laminar tube without diffusion: outputs are places in it"),
        reactorCase(
          .tanksInSeries, "Stirred tanks, each of flask.volume and fed by the one before",
          [
            KeySpec(
              "tanks", .integer(.within(1...100)), .required,
              "How many share the residence time", example: "4")
          ] + flow),
      ]))

  private static func reactorCase(
    _ kind: ReactorKind, _ doc: String, _ keys: [KeySpec] = []
  ) -> TableSpec.Case {
    let residence = KeySpec(
      "residence_time", .quantity(.time, .positive), .required,
      "Volume over flow, of the whole reactor", example: "\"10 min\"")
    return TableSpec.Case(
      name: kind.rawValue, doc: doc, keys: kind == .batch ? [] : [residence] + keys, inner: nil)
  }

  private static let flow = [
    KeySpec(
      "feed", .named(.quantity(.concentration, .notNegative), what: "species"), .optional,
      "What flows in; by default the same as at the start",
      example: "{ TOPSe = \"20 mmol/L\" }"),
    KeySpec(
      "temperature", .quantity(.temperature), .optional,
      "Of what flows in, with [flask.heat]; the flask's where it is not given",
      example: "\"25 degC\""),
    KeySpec("seed", .tables(seed), .optional, "Particles that flow in."),
  ]
}

/// The reactors by their names in scenarios.
enum ReactorKind: String, CaseIterable {
  case batch
  case cstr
  case plugFlow = "plug-flow"
  case tanksInSeries = "tanks-in-series"
  case laminar
}
