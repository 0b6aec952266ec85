import Synthesis
import Units

extension ScenarioTables {
  static let run = TableSpec(
    "run", "How long, what is kept, how exactly.",
    [
      KeySpec("duration", .quantity(.time, .positive), .required, "From the start to the end"),
      KeySpec(
        "outputs", .either([.table(outputTimes), .list(.quantity(.time, .notNegative))]),
        .fallback("{ spacing = \"log\", count = 61 }"),
        "When the state is kept: spaced, every so often, or a list of times",
        example: "{ spacing = \"log\", count = 61, first = \"0.1 s\" }"),
      KeySpec(
        "engine", .choice(Engine.allCases.map(\.rawValue), what: "engine"),
        .fallback("\"balance\""),
        "The mean of the kinetics; or realizations in a finite volume, drawn as [monte_carlo] says"),
      KeySpec("seed", .integer(.notNegative), .fallback("1"), "Where random numbers start"),
      KeySpec("tolerances", .table(tolerances), .fallback("{}"), tolerances.doc),
    ])

  static let outputTimes = TableSpec(
    "run.outputs", "Times at which the state is kept.",
    [
      KeySpec(
        "spacing", .choice(["linear", "log"], what: "spacing of times"), .optional,
        "Equal steps or equal factors", example: "\"log\""),
      KeySpec("count", .integer(.atLeast(2)), .optional, "How many times", example: "61"),
      KeySpec(
        "first", .quantity(.time, .notNegative), .optional,
        "The first one: 0 s where linear, a ten-thousandth of the duration where log",
        example: "\"0.1 s\""),
      KeySpec(
        "every", .quantity(.time, .positive), .optional, "A fixed step instead",
        example: "\"10 s\""),
    ])

  static let tolerances = TableSpec(
    "run.tolerances", "How exactly the balance is integrated.",
    [
      KeySpec(
        "relative", .number(.within(1e-14...0.1)), .fallback("1e-6"), "Of every concentration"),
      KeySpec(
        "absolute", .number(.within(0...0.1)), .optional,
        "As a share of all solute units; a hundredth of the relative one", example: "1e-8"),
    ])

  static let grid = TableSpec(
    "grid", "Which sizes are resolved.",
    [
      KeySpec(
        "kind", .choice(SizeGrid.Kind.allCases.map(\.rawValue), what: "grid"), .optional,
        "Every size by itself; wide cells above some tens of units; or classes that move",
        example: "\"hybrid\""),
      KeySpec(
        "unit_cells", .integer(.within(10...100_000)), .fallback("60"),
        "On the hybrid grid, the largest size with a cell of its own"),
      KeySpec(
        "cell_ratio", .number(.within(0.001...0.5)), .fallback("0.02"),
        "On the hybrid grid, the width of a cell over the sizes below it"),
      KeySpec(
        "class_spread", .number(.within(1e-5...0.3)), .fallback("0.03"),
        "On the moving grid, by what share the radii in a class of nuclei may differ"),
      KeySpec(
        "classes", .integer(.within(20...100_000)), .fallback("240"),
        "On the moving grid, how many classes there are at most"),
      KeySpec(
        "growth_noise", .flag, .fallback("true"),
        "Whether growth unit by unit spreads sizes as a random walk; not on moving"),
      KeySpec(
        "top", .choice(SizeGrid.Top.allCases.map(\.rawValue), what: "top of a grid"),
        .fallback("\"growing\""),
        "Grows by itself; or closed or open at the largest size, for comparisons"),
      KeySpec(
        "largest", .integer(.within(2...100_000_000)), .optional,
        "The largest cluster, in units; of a growing grid the limit at which a run is refused",
        example: "8000"),
    ])

  static let outputs = TableSpec(
    "outputs", "What results hold.",
    [
      KeySpec(
        "crystal_floor", .either([.integer(.atLeast(2)), .quantity(.length, .positive)]),
        .fallback("30"), "What counts as a crystal, in units or as a diameter"),
      KeySpec("full", .flag, .fallback("false"), "Every size at every time"),
      KeySpec(
        "depths", .list(.quantity(.length, .positive)), .fallback("[\"1 nm\"]"),
        "How deep below the surface a single dopant counts as deep, once for each"),
    ])
}
