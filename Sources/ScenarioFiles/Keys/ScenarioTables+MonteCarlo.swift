import Synthesis
import Units

extension ScenarioTables {
  static let monteCarlo = TableSpec(
    "monte_carlo", "Whole particles in a finite volume, for the engine \"monte-carlo\".",
    [
      KeySpec(
        "method", .choice(MonteCarlo.Method.allCases.map(\.rawValue), what: "method"),
        .fallback("\"composition-rejection\""),
        "How events are drawn: one by one, exactly; many at once; or solute as a concentration"),
      KeySpec(
        "volume", .quantity(.volume, .positive), .required,
        "Liquid that is followed, at the start; it grows as the flask's does",
        example: "\"1e-18 m^3\""),
      KeySpec(
        "replicates", .integer(.atLeast(1)), .fallback("8"),
        "Realizations; with a standard error asked for, at most so many"),
      KeySpec(
        "standard_error", .number(.within(1e-6...1)), .optional,
        "Of the final number of crystals and of their mean radius, over their means: no more "
          + "replicates are drawn once both are below; looked at after 8, 16, 32 and so on",
        example: "0.01"),
      KeySpec(
        "filling", .choice(MonteCarlo.Filling.allCases.map(\.rawValue), what: "filling"),
        .fallback("\"rounded\""),
        "Molecules at the start: the whole numbers next to the mean, or a Poisson number"),
      KeySpec(
        "leap_error", .number(.within(1e-4...0.5)), .fallback("0.03"),
        "Of the methods that leap: the relative change of a particle's rates and of a reactant's amount "
          + "that a leap may cause"),
      KeySpec(
        "histories", .flag, .fallback("false"),
        "When each crystal was born, and its radius at the end of each stage of the recipe"),
    ])
}
