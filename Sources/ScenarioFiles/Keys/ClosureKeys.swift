import Kinetics
import Units

extension LawDescription {
  /// The keys of a law beside the ladder: its forms, then its constants.
  ///
  /// A constant that is given in the place of a form's name has no key of its own.
  var closureKeys: [KeySpec] {
    let given = Set(options.compactMap { $0.given?.parameter })
    return options.map { KeySpec(form: $0, of: self) }
      + constants.filter { !given.contains($0.name) }.map { KeySpec(closure: $0) }
  }
}

extension KeySpec {
  /// A form of a law as a key: a name, or the quantity that stands for one.
  convenience init<Made>(form: LawDescription<Made>.Option, of law: LawDescription<Made>) {
    let names = form.options.filter { $0 != form.given?.option }
    let what = "\(form.name) of the law \"\(law.name)\""
    let constant = law.constants.first { $0.name == form.given?.parameter }
    self.init(
      form.name,
      constant.map { .choiceOrQuantity(names, what: what, $0.dimension) }
        ?? .choice(names, what: what),
      .fallback(TOMLText.quoted(form.fallback)),
      constant.map { "\(form.meaning), or \($0.dimension.withArticle)" } ?? form.meaning)
  }

  /// A constant of such a law, with the numbers that make sense for it.
  fileprivate convenience init<Made>(closure constant: LawDescription<Made>.Constant) {
    let plain = KeySpec(constant: constant)
    let kind: KeyKind =
      constant.dimension == .rateConstantOfOrder
      ? .rateConstant
      : .coefficient(
        constant.dimension,
        Self.closureBounds[constant.name] ?? Bound.natural(for: constant.dimension),
        energy: "activation_energy")
    self.init(plain.name, kind, plain.presence, plain.doc, example: Self.examples[plain.name])
  }

  private static let closureBounds: [String: Bound] = [
    "nucleus_radius": .notNegative, "nucleus_over_critical": .notNegative,
    "barrier": .notNegative, "order": .notNegative, "nucleus_units": .atLeast(2),
    "viscosity": .positive, "stability_ratio": .positive,
    "attachment_probability": .within(0...1), "face_matching": .within(0...1),
    "largest": .notNegative, "cutoff": .notNegative,
  ]

  private static let examples = [
    "nucleus_radius": "\"0.6 nm\"", "nucleus_over_critical": "1.1", "order": "2",
    "nucleus_units": "10", "stability_ratio": "100", "cutoff": "100",
    "prefactor": "\"1e30 1/(m^3 s)\"",
  ]
}
