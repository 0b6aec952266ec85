import Kinetics
import Units

extension TableSpec.Variants {
  /// The laws of a role, with the keys that the catalogue's own tables of parameters give.
  static func laws<Made>(
    _ laws: [LawDescription<Made>], what: String, doc: String
  ) -> Self {
    let bases = laws.filter { !$0.wraps }
    let base = Self(
      selector: KeySpec(
        "base", .choice(bases.map(\.name), what: what), .required,
        "The law that is changed, whose own keys stand in this table as well",
        example: TOMLText.quoted(bases.last?.name ?? "")),
      cases: bases.map { TableSpec.Case($0, opening: nil) })
    return Self(
      selector: KeySpec(
        "law", .choice(laws.map(\.name), what: what), .required, doc,
        example: TOMLText.quoted(laws.last?.name ?? "")),
      cases: laws.map { TableSpec.Case($0, opening: $0.wraps ? base : nil) })
  }
}

extension TableSpec.Case {
  /// A law with its keys, and the laws that it can change.
  fileprivate init<Made>(_ law: LawDescription<Made>, opening inner: TableSpec.Variants?) {
    self.init(
      name: law.name, doc: law.summary,
      keys: law.options.map { KeySpec(option: $0, of: law.name) }
        + law.constants.map(KeySpec.init(constant:)) + law.lists.map(KeySpec.init(list:))
        + (law.wraps ? [ScenarioTables.gatingLigands] : []),
      inner: inner)
  }
}

extension KeySpec {
  /// A constant of a law as a key.
  convenience init<Made>(constant: LawDescription<Made>.Constant) {
    let dimension = constant.dimension
    self.init(
      constant.name,
      .coefficient(
        dimension, constant.isPositive ? .positive : Bound.natural(for: dimension),
        energy: "activation_energy"),
      Presence(of: constant),
      [constant.meaning, constant.remark].compactMap(\.self).joined(separator: "; "))
  }

  /// A form of a law, chosen by name.
  fileprivate convenience init<Made>(option: LawDescription<Made>.Option, of law: String) {
    self.init(
      option.name, .choice(option.options, what: "\(option.name) of \(law)"),
      .fallback(TOMLText.quoted(option.fallback)), option.meaning)
  }

  /// A list of a law: sizes, or quantities of one dimension.
  fileprivate convenience init<Made>(list: LawDescription<Made>.List) {
    let item: KeyKind =
      list.leastSize.map { .integer(.atLeast(Double($0))) }
      ?? .quantity(list.dimension, Bound.natural(for: list.dimension))
    self.init(
      list.name, .list(item), list.forms.isEmpty ? .required : .optional,
      [list.meaning, list.remark].compactMap(\.self).joined(separator: "; "),
      example: list.leastSize.map { "[\($0 + 11), \($0 + 53)]" })
  }
}

extension KeySpec.Presence {
  /// What belongs to one form, has no value that can be written, or follows the crystal floor, is left
  /// out where a scenario does not say.
  fileprivate init<Made>(of constant: LawDescription<Made>.Constant) {
    let dimension = constant.dimension
    switch constant.fallback {
    case _ where !constant.forms.isEmpty || constant.isCrystalFloor: self = .optional
    case .some(let value) where !value.isFinite: self = .optional
    case .some(let value):
      let text = dimension.format(value)
      self = .fallback(dimension == .dimensionless ? text : TOMLText.quoted(text))
    case nil: self = .required
    }
  }
}
