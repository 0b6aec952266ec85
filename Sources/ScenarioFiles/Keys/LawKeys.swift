import Kinetics
import Units

extension TableSpec.Variants {
  /// The laws of a role, with the keys that the catalogue's own tables of parameters give.
  static func laws<Made>(
    _ laws: [LawDescription<Made>], what: String, doc: String
  ) -> Self {
    Self(
      selector: KeySpec(
        "law", .choice(laws.map(\.name), what: what), .required, doc,
        example: TOMLText.quoted(laws.last?.name ?? "")),
      cases: laws.map { ($0.name, $0.summary, $0.constants.map(KeySpec.init(constant:))) })
  }
}

extension KeySpec {
  /// A constant of a law as a key.
  init<Made>(constant: LawDescription<Made>.Constant) {
    let dimension = constant.dimension
    let presence: Presence =
      constant.fallback.map {
        .fallback(
          dimension == .dimensionless
            ? dimension.format($0) : TOMLText.quoted(dimension.format($0)))
      } ?? .required
    self.init(
      constant.name,
      .coefficient(dimension, Bound.natural(for: dimension), energy: "activation_energy"),
      presence, constant.meaning)
  }
}
