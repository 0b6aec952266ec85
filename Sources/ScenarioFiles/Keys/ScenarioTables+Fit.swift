import Units

extension ScenarioTables {
  static let fit = TableSpec(
    "fit", "Values of this scenario that measurements are to tell.",
    [
      KeySpec(
        "method", .choice(FitPlan.Method.allCases.map(\.rawValue), what: "method of a fit"),
        .fallback("\"least-squares\""), "With gradients, or by values of the misfit alone"),
      KeySpec(
        "starts", .integer(.within(1...100_000)), .fallback("1"),
        "Places to start from: the scenario's own, then a Latin hypercube between the bounds"),
      KeySpec("seed", .integer(.notNegative), .fallback("1"), "Of all random numbers"),
      KeySpec(
        "loss", .choice(FitPlan.Loss.allCases.map(\.rawValue), what: "loss"),
        .fallback("\"none\""), "How residuals beyond loss_scale are weighed less"),
      KeySpec(
        "loss_scale", .number(.positive), .fallback("1"),
        "Residuals, in standard deviations, from which on a loss weighs less"),
      KeySpec(
        "profiles", .flag, .fallback("false"), "Profile likelihoods of every parameter"),
      KeySpec(
        "samples", .integer(.notNegative), .fallback("0"),
        "Draws of each walker of an ensemble sampler; none without"),
      KeySpec(
        "predictions", .integer(.notNegative), .fallback("200"),
        "Runs at values that the data allow, for predictive bands; none without"),
      KeySpec("parameter", .tables(fitParameter), .optional, fitParameter.doc),
      KeySpec("data", .tables(fitData), .optional, fitData.doc),
      KeySpec("rival", .tables(fitRival), .optional, fitRival.doc),
    ])

  static let fitRival = TableSpec(
    "fit.rival", "A mechanism that is fitted by itself and compared with the others.",
    [
      KeySpec("name", .text, .required, "What it is called", example: "\"size-decreasing\""),
      KeySpec(
        "set", .named(.value, what: "path"), .optional,
        "Values and tables of the scenario that are its own",
        example: "{ \"attachment.law\" = \"diffusion-limited\" }"),
    ])

  static let fitParameter = TableSpec(
    "fit.parameter", "A value that is looked for.",
    [
      KeySpec(
        "path", .text, .required, "Where it stands", example: "\"material.surface_energy\""),
      KeySpec("from", .value, .required, "Lower bound", example: "\"0.02 J/m^2\""),
      KeySpec("to", .value, .required, "Upper bound", example: "\"0.4 J/m^2\""),
      KeySpec(
        "start", .value, .optional, "Where the fit starts; the scenario's own value if not given",
        example: "\"0.1 J/m^2\""),
      KeySpec(
        "scale", .choice(["linear", "log"], what: "scale of a parameter"), .fallback("\"log\""),
        "Whether steps are equal or equal factors"),
      KeySpec(
        "prior", .table(fitPrior), .optional, fitPrior.doc,
        example: "{ mean = \"0.1 J/m^2\", sd = \"0.02 J/m^2\" }"),
      KeySpec(
        "rivals", .list(.text), .optional,
        "Names of the rivals that have it; all of them if not given",
        example: "[\"size-decreasing\"]"),
    ])

  static let fitPrior = TableSpec(
    "fit.parameter.prior", "What is known of a parameter beforehand.",
    [
      KeySpec("mean", .value, .optional, "Of a normal prior", example: "\"0.1 J/m^2\""),
      KeySpec("sd", .value, .optional, "Its standard deviation", example: "\"0.02 J/m^2\""),
      KeySpec("median", .value, .optional, "Of a log-normal prior", example: "\"0.1 J/m^2\""),
      KeySpec(
        "factor", .number(.atLeast(1)), .optional,
        "Of a log-normal prior: the factor of one standard deviation", example: "1.5"),
    ])

  static let fitData = TableSpec(
    "fit.data", "A series of measurements.",
    [
      KeySpec(
        "kind", .choice(FitSeries.Kind.allCases.map(\.rawValue), what: "kind of data"),
        .fallback("\"saxs\""), "What was measured"),
      KeySpec(
        "file", .either([.text, .list(.text)]), .required,
        "The files, from the folder of this scenario; * stands for any part of a name",
        example: "\"frames/*.dat\""),
      KeySpec("name", .text, .optional, "What it is called in results", example: "\"run 3\""),
      KeySpec(
        "times", .text, .optional, "A table of frames: their names, times and temperatures",
        example: "\"frames.csv\""),
      KeySpec(
        "time_pattern", .text, .optional,
        "Where names tell the time: a regular expression whose group is seconds",
        example: "\"_(\\\\d+)s\""),
      KeySpec(
        "time_unit", .text, .optional,
        "For kind = \"quantity\" or \"tem\": of times where the files do not tell",
        example: "\"min\""),
      KeySpec(
        "x_unit", .text, .optional, "Of q or wavelength where the files do not tell",
        example: "\"1/angstrom\""),
      KeySpec(
        "y_unit", .text, .optional,
        "Of the intensity, quantity or diameter where the files do not tell; \"arbitrary\" for no absolute scale",
        example: "\"1/cm\""),
      KeySpec(
        "quantity", .text, .optional,
        "For kind = \"quantity\": a column of the summary, or a species",
        example: "\"radius_mean\""),
      KeySpec(
        "q", .table(fitRange("fit.data.q", "The part of q that counts.", .wavenumber)), .optional,
        "The part of q that counts", example: "{ from = \"0.03 1/angstrom\" }"),
      KeySpec(
        "wavelength",
        .table(fitRange("fit.data.wavelength", "The part of the spectra that counts.", .length)),
        .optional, "The part of the spectra that counts", example: "{ from = \"400 nm\" }"),
      KeySpec(
        "from", .quantity(.time, .any), .optional, "First time that counts", example: "\"60 s\""),
      KeySpec("to", .quantity(.time, .any), .optional, "Last time that counts", example: "\"1 h\""),
      KeySpec(
        "time_shift", .quantity(.time, .any), .fallback("\"0 s\""),
        "What is added to the times of the data"),
      KeySpec("every", .integer(.atLeast(1)), .fallback("1"), "One of so many frames counts"),
      KeySpec(
        "scale",
        .either([.number(.positive), .choice(["fitted", "frames"], what: "scale")]),
        .fallback("\"fitted\""),
        "What multiplies the model: a number, one fitted for the series, or one for each frame"
      ),
      KeySpec(
        "background",
        .choice(FitSeries.Background.allCases.map(\.rawValue), what: "background"),
        .fallback("\"none\""), "A constant: none, one for the series, or one for each frame"),
      KeySpec(
        "precursor_radius", .quantity(.length, .positive), .optional,
        "Radius of gyration of clusters of the precursor, which add a Guinier term to each frame",
        example: "\"0.3 nm\""),
      KeySpec(
        "relative_error", .number(.notNegative), .fallback("0"),
        "Standard deviations are at least this share of the value"),
      KeySpec(
        "absolute_error", .number(.notNegative), .fallback("0"),
        "Adds to the standard deviation in squares, in the unit of the data"),
      KeySpec(
        "bins", .table(fitBins), .optional, fitBins.doc,
        example: "{ from = \"1.4 nm\", to = \"4.1 nm\", width = \"0.1 nm\" }"),
      KeySpec(
        "set", .named(.value, what: "path"), .optional,
        "Values of the scenario that differ for this series",
        example: "{ \"flask.temperature\" = \"250 degC\" }"),
    ])

  private static func fitRange(_ name: String, _ doc: String, _ dimension: Dimension) -> TableSpec {
    TableSpec(
      name, doc,
      [
        KeySpec(
          "from", .quantity(dimension, .notNegative), .optional, "The least",
          example: "\"\(dimension.example)\""),
        KeySpec(
          "to", .quantity(dimension, .positive), .optional, "The greatest",
          example: "\"\(dimension.example)\""),
      ])
  }

  static let fitBins = TableSpec(
    "fit.data.bins", "Bins of the diameters of single particles.",
    [
      KeySpec(
        "from", .quantity(.length, .notNegative), .required, "First edge", example: "\"1.4 nm\""),
      KeySpec("to", .quantity(.length, .positive), .required, "Last edge", example: "\"4.1 nm\""),
      KeySpec(
        "width", .quantity(.length, .positive), .required, "Of a bin", example: "\"0.1 nm\""),
    ])
}
