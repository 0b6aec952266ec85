import Kinetics
import Laws
import Units

extension ScenarioTables {
  static let dopant = TableSpec(
    "dopant", "What particles take up beside what they are made of.",
    [
      KeySpec(
        "name", .text, .required,
        "Of the dopant, and of the species that it comes from where no feed is named",
        example: "\"Mn\""),
      KeySpec(
        "feed", .text, .optional, "The species that it comes from and goes back to",
        example: "\"MnSt2\""),
      KeySpec(
        "initial", .quantity(.concentration, .notNegative), .optional,
        "Dissolved at the start, of a feed that is no [[species]]", example: "\"0.1 mmol/L\""),
      KeySpec(
        "smallest", .integer(.atLeast(2)), .optional,
        "Units of the smallest particle that carries it, and below which a particle gives it back; "
          + "the crystal floor", example: "30"),
    ],
    variants: TableSpec.Variants(
      selector: KeySpec(
        "law", .choice(LawCatalogue.uptake.map(\.name), what: "law of dopants"), .required,
        "How particles take it up", example: "\"surface-capture\""),
      cases: LawCatalogue.uptake.map { law in
        TableSpec.Case(
          name: law.name, doc: law.summary,
          keys: law.options.map { KeySpec(form: $0, of: law) }
            + law.constants.map { KeySpec(dopant: $0) }, inner: nil)
      }))
}

extension KeySpec {
  /// A constant of a law of dopants, with the numbers that make sense for it.
  fileprivate convenience init<Made>(dopant constant: LawDescription<Made>.Constant) {
    let plain = KeySpec(constant: constant)
    let bound: Bound =
      switch constant.name {
      case "sticking": .within(0...1)
      case "exponent": .any
      default: constant.isPositive ? .positive : .notNegative
      }
    self.init(
      plain.name, .coefficient(constant.dimension, bound, energy: "activation_energy"),
      plain.presence, plain.doc)
  }
}
