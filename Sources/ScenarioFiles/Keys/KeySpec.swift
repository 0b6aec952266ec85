import Units

/// One key of a table: all that reading, schemas, templates and messages say of it.
public final class KeySpec: Sendable {
  /// What holds where a scenario does not say.
  public enum Presence: Sendable {
    case required
    case optional
    /// A value as TOML writes it.
    case fallback(String)
  }

  public let name: String
  public let kind: KeyKind
  public let presence: Presence
  /// One line for people.
  public let doc: String
  /// A value as TOML writes it, for templates and hints.
  public let example: String
  let fallback: Node?

  init(
    _ name: String, _ kind: KeyKind, _ presence: Presence = .optional, _ doc: String,
    example: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.doc = doc
    if case .fallback(let text) = presence {
      fallback = TOMLText.value(of: text, in: Self.defaults, at: Place(Self.defaults))
      self.example = example ?? text
    } else {
      fallback = nil
      self.example = example ?? kind.example
    }
  }

  private static let defaults = Source(.fallback, name: "default")
}

extension KeyKind {
  /// A value as TOML writes it.
  var example: String {
    switch self {
    case .quantity(let dimension, _), .coefficient(let dimension, _, _):
      dimension == .dimensionless ? dimension.example : TOMLText.quoted(dimension.example)
    case .rateConstant:
      "{ value = \"0.05 1/s\", at = \"240 degC\", activation_energy = \"90 kJ/mol\" }"
    case .equilibriumConstant: "\"10 mmol/L\""
    case .number: "1"
    case .integer: "1"
    case .text: "\"...\""
    case .memory: TOMLText.quoted(ByteCount.example)
    case .choice(let names, _), .choiceOrQuantity(let names, _, _):
      TOMLText.quoted(names.first ?? "")
    case .flag: "true"
    case .list(let kind): "[\(kind.example)]"
    case .named(let kind, _): "{ TOPSe = \(kind.example) }"
    case .either(let kinds): kinds.first?.example ?? ""
    case .table, .tables, .value, .free, .later: ""
    }
  }
}
