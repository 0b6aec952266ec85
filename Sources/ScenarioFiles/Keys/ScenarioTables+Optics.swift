import Materials
import Observation
import Units

extension ScenarioTables {
  static let optics = TableSpec(
    "optics", "Absorption and photoluminescence of the crystals, at every output.",
    [
      KeySpec(
        "wavelengths",
        .table(
          TableSpec(
            "optics.wavelengths", "In vacuum, evenly spaced.",
            [
              KeySpec(
                "from", .quantity(.length, .positive), .required, "", example: "\"350 nm\""),
              KeySpec("to", .quantity(.length, .positive), .required, "", example: "\"700 nm\""),
              KeySpec("count", .integer(.within(3...100_000)), .fallback("351"), "How many"),
            ])), .required, "The range of the spectra",
        example: "{ from = \"350 nm\", to = \"700 nm\" }"),
      KeySpec(
        "curve", .choice(SizingCurve.all.map(\.name), what: "sizing curve"), .optional,
        "From diameter to the first exciton; the usual one of the material where not given"),
      KeySpec(
        "beyond", .choice(OpticalModel.Beyond.allCases.map(\.rawValue), what: "treatment"),
        .fallback("\"refuse\""),
        "Crystals outside the sizing curve: no spectrum of such times, or a warning and the curve's "
          + "tangent"),
      KeySpec(
        "line_width", .quantity(.energy, .positive), .fallback("\"60 meV\""),
        "Full width at half maximum of a single dot"),
      KeySpec(
        "line_shape", .choice(LineShape.allCases.map(\.rawValue), what: "line shape"),
        .fallback("\"gaussian\""), "Of a single dot"),
      KeySpec(
        "peak_absorptivity", .quantity(.absorptivity, .positive), .optional,
        "Molar, of the first peak, for a half width at half maximum of 60 meV; the measured one where "
          + "not given"),
      KeySpec(
        "continuum_exponent", .number(.within(0.5...6)), .fallback("2"),
        "How absorption rises from the first exciton to what was measured at a short wavelength"),
      KeySpec(
        "stokes_shift", .quantity(.energy), .fallback("\"0 meV\""), "From absorption to emission"),
      KeySpec(
        "path_length", .quantity(.length, .positive), .fallback("\"1 cm\""), "Of the light"),
    ])

  static let tem = TableSpec(
    "tem", "Histograms of crystals as a microscope shows them, at every output.",
    [
      KeySpec(
        "count", .integer(.within(1...1_000_000)), .fallback("300"),
        "Crystals that are measured at each time, drawn by chance"),
      KeySpec(
        "bin_width", .quantity(.length, .positive), .fallback("\"0.2 nm\""),
        "Classes of diameter"),
      KeySpec(
        "error", .quantity(.length, .notNegative), .fallback("\"0 nm\""),
        "Standard deviation of a measured diameter"),
    ])
}
