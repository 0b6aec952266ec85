public import Units

/// What the catalogue says of a law, without its type: for `describe`, scenario files and schemas.
public struct LawDescription<Made: Sendable>: Sendable {
  /// A parameter without its owner's type.
  public struct Constant: Sendable {
    public let name: String
    public let dimension: Dimension
    public let meaning: String
    /// The value where a scenario gives none; nil where it must give one.
    public let fallback: Double?
  }

  public let name: String
  public let summary: String
  public let equation: String
  public let assumptions: String
  public let source: String
  public let constants: [Constant]
  /// The law with the given constants; the others keep their defaults.
  public let make: @Sendable (_ constants: [String: Coefficient]) -> Made
  /// The constants of a law of this kind, by name.
  public let read: @Sendable (_ law: Made) -> [String: Coefficient]

  public init<Kind: Law>(_ kind: Kind.Type, as erase: @escaping @Sendable (Kind) -> Made) {
    name = kind.name
    summary = kind.summary
    equation = kind.equation
    assumptions = kind.assumptions
    source = kind.source
    constants = kind.parameters.map {
      Constant(
        name: $0.name, dimension: $0.dimension, meaning: $0.meaning, fallback: $0.fallback)
    }
    make = { values in
      var law = Kind()
      for parameter in Kind.parameters {
        if let value = values[parameter.name] { law[keyPath: parameter.keyPath] = value }
      }
      return erase(law)
    }
    read = { made in
      guard let law = made as? Kind else { return [:] }
      let pairs = Kind.parameters.map { ($0.name, law[keyPath: $0.keyPath]) }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
  }
}
