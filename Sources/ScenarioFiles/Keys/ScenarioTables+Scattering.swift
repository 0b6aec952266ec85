import Observation
import Units

extension ScenarioTables {
  static let saxs = TableSpec(
    "saxs", "Small-angle scattering of what is in the flask, at every output.",
    [
      KeySpec(
        "q", .either([.table(saxsRange), .list(.quantity(.wavenumber, .positive))]), .required,
        "Wavenumbers, 4π sin(θ)/λ: a range or a list",
        example: "{ from = \"0.01 1/angstrom\", to = \"0.6 1/angstrom\", count = 200 }"),
      KeySpec(
        "photon_energy", .quantity(.energy, .positive), .optional,
        "Where scattering factors are taken, 2 to 30 keV; needed unless contrast is given",
        example: "\"12 keV\""),
      KeySpec(
        "solvent", .either([.text, .table(saxsSolvent)]), .optional,
        "What is around the crystals; needed unless contrast is given: "
          + Solvent.all.map(\.name).joined(separator: ", ") + ", or a formula with its density",
        example: "\"1-octadecene\""),
      KeySpec(
        "contrast", .quantity(.scatteringLengthDensity), .optional,
        "Of the crystals against the solvent, in the place of what follows from their atoms"),
      KeySpec(
        "form", .choice(SaxsForm.allCases.map(\.rawValue), what: "form"), .fallback("\"sphere\""),
        "Shape of the crystals, of the volume that their units take"),
      KeySpec(
        "exponent", .number(.within(1...20)), .optional,
        "Of a superball, p: 1 is a sphere, large a cube", example: "2"),
      KeySpec("ligand_shell", .table(ligandShell), .optional, ligandShell.doc),
      KeySpec("structure", .table(saxsStructure), .optional, saxsStructure.doc),
      KeySpec("resolution", .table(saxsResolution), .optional, saxsResolution.doc),
      KeySpec(
        "background", .quantity(.wavenumber, .notNegative), .fallback("\"0 1/cm\""),
        "The same at every q", example: "\"1e-3 1/cm\""),
      KeySpec("cluster", .tables(saxsCluster), .optional, saxsCluster.doc),
      KeySpec(
        "counts", .number(.positive), .optional,
        "Photons that a point counts where the intensity is 1/cm: adds a measured series with "
          + "Poisson noise", example: "1e5"),
    ])

  static let saxsRange = TableSpec(
    "saxs.q", "Wavenumbers.",
    [
      KeySpec("from", .quantity(.wavenumber, .positive), .required, "The smallest"),
      KeySpec(
        "to", .quantity(.wavenumber, .positive), .required, "The largest",
        example: "\"0.6 1/angstrom\""),
      KeySpec("count", .integer(.within(2...100_000)), .fallback("200"), "How many"),
      KeySpec(
        "spacing", .choice(["log", "linear"], what: "spacing"), .fallback("\"log\""),
        "Equal factors or equal steps"),
    ])

  static let saxsSolvent = TableSpec(
    "saxs.solvent", "A solvent of your own.",
    [
      KeySpec("formula", .text, .required, "Of one molecule", example: "\"C18H36\""),
      KeySpec("density", .quantity(.massDensity, .positive), .required, "As in the flask"),
    ])

  static let ligandShell = TableSpec(
    "saxs.ligand_shell", "An organic shell around each crystal, of one thickness.",
    [
      KeySpec("formula", .text, .required, "Of one ligand", example: "\"C18H33O2\""),
      KeySpec(
        "density", .quantity(.massDensity, .positive), .required, "Of the ligand by itself",
        example: "\"0.89 g/cm^3\""),
      KeySpec("thickness", .quantity(.length, .positive), .required, "", example: "\"1.5 nm\""),
      KeySpec(
        "solvent_share", .quantity(.dimensionless, .within(0...1)), .fallback("0"),
        "Share of the shell's volume that solvent fills"),
    ])

  static let saxsStructure = TableSpec(
    "saxs.structure", "Crystals that keep one another at a distance, as hard spheres.",
    [
      KeySpec(
        "mixing", .choice(HardSpheres.Mixing.allCases.map(\.rawValue), what: "mixing rule"),
        .fallback("\"decoupling\""), "How several sizes are taken for hard spheres of one"),
      KeySpec(
        "shell", .quantity(.length, .notNegative), .optional,
        "How far the hard sphere reaches beyond the crystal; the ligand shell where not given",
        example: "\"1.5 nm\""),
      KeySpec(
        "volume_fraction", .quantity(.dimensionless, .within(0...Crowding.freezing)), .optional,
        "Of the hard spheres; what follows from the crystals where not given", example: "0.1"),
    ])

  static let saxsResolution = TableSpec(
    "saxs.resolution", "How far the instrument smears q: standard deviations of a Gaussian.",
    [
      KeySpec(
        "width", .quantity(.wavenumber, .notNegative), .fallback("\"0 1/nm\""),
        "The same at every q", example: "\"0.02 1/nm\""),
      KeySpec("relative", .number(.within(0...0.5)), .fallback("0"), "In proportion to q"),
    ])

  static let saxsCluster = TableSpec(
    "saxs.cluster", "What dissolved molecules or clusters of a species scatter, by Guinier's law.",
    [
      KeySpec("species", .text, .required, "Whose concentration counts", example: "\"TOPSe\""),
      KeySpec(
        "radius_of_gyration", .quantity(.length, .positive), .required, "",
        example: "\"0.4 nm\""),
      KeySpec(
        "excess_electrons", .number(), .required,
        "Of one molecule, beyond those of the solvent in its place", example: "60"),
    ])
}

/// Shapes by name.
enum SaxsForm: String, CaseIterable {
  case sphere
  case cube
  case superball
}
