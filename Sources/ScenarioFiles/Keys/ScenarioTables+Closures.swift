import Kinetics
import Laws
import Units

extension ScenarioTables {
  /// The law that is none: the ladder by itself.
  static let ladderLaw = "cluster-ladder"

  static let nucleation = TableSpec(
    "nucleation", "How particles come to be.",
    [
      KeySpec(
        "dissolves_below", .either([.integer(.atLeast(2)), .quantity(.length, .positive)]),
        .optional,
        "Under a closure, units or diameter below which what shrinks dissolves at once, where it is "
          + "less than the smallest nucleus so far, which decides otherwise", example: "\"0.6 nm\"")
    ],
    variants: TableSpec.Variants(
      selector: KeySpec(
        "law",
        .choice(
          [ladderLaw, NoNucleation.name] + LawCatalogue.nucleation.map(\.name),
          what: "law of nucleation"),
        .fallback(TOMLText.quoted(ladderLaw)),
        "What takes the place of the ladder below the nucleus; by default nothing does",
        example: "\"classical\""),
      cases: [
        TableSpec.Case(
          name: ladderLaw, doc: "Cluster by cluster, from attachment and energy alone", keys: [],
          inner: nil),
        TableSpec.Case(
          name: NoNucleation.name, doc: NoNucleation.summary, keys: [], inner: nil),
      ]
        + LawCatalogue.nucleation.map {
          TableSpec.Case(name: $0.name, doc: $0.summary, keys: keys(of: $0), inner: nil)
        }))

  static let heterogeneous = TableSpec(
    "nucleation.heterogeneous", "Nucleation on sites, each of which takes one nucleus.",
    [
      KeySpec("sites", .text, .required, "The species that the sites are", example: "\"sites\""),
      KeySpec(
        "contact_factor", .quantity(.dimensionless, .within(0.001...1)), .required,
        "Share of the work that is left on a site", example: "0.3"),
    ])

  static let coalescence = TableSpec(
    "coalescence", "Two particles become one.",
    [
      KeySpec(
        "smallest", .integer(.atLeast(1)), .optional,
        "Units of the smallest particle that takes part; the crystal floor", example: "30")
    ],
    variants: TableSpec.Variants(
      selector: KeySpec(
        "law", .choice(LawCatalogue.coalescence.map(\.name), what: "law of coalescence"),
        .required, "How often two particles become one", example: "\"brownian\""),
      cases: LawCatalogue.coalescence.map {
        TableSpec.Case(name: $0.name, doc: $0.summary, keys: $0.closureKeys, inner: nil)
      }))

  /// What a nucleus forms on is told by a table of its own, and the partner by its name.
  private static func keys(of law: LawDescription<any NucleationLaw>) -> [KeySpec] {
    guard law.options.contains(where: { $0.name == siteForm.choice }) else {
      return law.closureKeys + (law.make(LawSettings()).partnerCount > 0 ? [partner] : [])
    }
    return law.closureKeys.filter { ![siteForm.choice, "contact_factor"].contains($0.name) } + [
      KeySpec("heterogeneous", .table(heterogeneous), .optional, heterogeneous.doc)
    ]
  }

  /// The form of a law that `heterogeneous` stands for.
  static let siteForm = (choice: "place", option: "sites")

  private static let partner = KeySpec(
    "partner", .text, .required, "The species that takes part beside the solute",
    example: "\"A_s\"")
}
