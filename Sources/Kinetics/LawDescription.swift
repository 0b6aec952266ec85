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
    /// Whether zero and less make no sense.
    public let isPositive: Bool
    /// The forms of the law that have it; none where all have it.
    public let forms: [String]
    /// Whether a scenario that gives no value means its crystal floor.
    public let isCrystalFloor: Bool
  }

  /// A named form to choose, without its owner's type.
  public struct Option: Sendable {
    public let name: String
    public let meaning: String
    public let options: [String]
    public let fallback: String
    /// The form that a quantity in the place of a name stands for, where there is one.
    public let given: GivenForm?
  }

  /// A list of numbers, without its owner's type.
  public struct List: Sendable {
    public let name: String
    public let dimension: Dimension
    public let meaning: String
    /// The least of sizes, which are whole numbers that rise; nil for a list of other things.
    public let leastSize: Int?
    /// The forms of the law that have it; none where all have it.
    public let forms: [String]
  }

  public let name: String
  public let summary: String
  public let equation: String
  public let assumptions: String
  public let source: String
  public let constants: [Constant]
  public let options: [Option]
  public let lists: [List]
  /// Whether the law changes another one of its role, which a scenario names as its `base`.
  public let wraps: Bool
  /// A law with given settings; what they leave out keeps its default.
  public let make: @Sendable (LawSettings<Made>) -> Made
  /// The settings of a law of this kind.
  public let read: @Sendable (_ law: Made) -> LawSettings<Made>

  public init<Kind: Law>(
    _ kind: Kind.Type, wrapping base: (any WritableKeyPath<Kind, Made> & Sendable)? = nil,
    as erase: @escaping @Sendable (Kind) -> Made
  ) {
    name = kind.name
    summary = kind.summary
    equation = kind.equation
    assumptions = kind.assumptions
    source = kind.source
    constants = kind.parameters.map {
      Constant(
        name: $0.name, dimension: $0.dimension, meaning: $0.meaning, fallback: $0.fallback,
        isPositive: $0.isPositive, forms: $0.forms, isCrystalFloor: $0.isCrystalFloor)
    }
    options = kind.choices.map {
      Option(
        name: $0.name, meaning: $0.meaning, options: $0.options, fallback: $0.fallback,
        given: $0.given)
    }
    lists = kind.series.map {
      List(
        name: $0.name, dimension: $0.dimension, meaning: $0.meaning, leastSize: $0.leastSize,
        forms: $0.forms)
    }
    wraps = base != nil
    make = { settings in
      var law = Kind()
      for parameter in Kind.parameters {
        if let value = settings.constants[parameter.name] {
          law[keyPath: parameter.keyPath] = value
        }
      }
      for choice in Kind.choices {
        if let name = settings.choices[choice.name] { choice.write(&law, name) }
      }
      for list in Kind.series {
        if let values = settings.lists[list.name] { law[keyPath: list.keyPath] = values }
      }
      if let base, let inner = settings.base { law[keyPath: base] = inner }
      return erase(law)
    }
    read = { made in
      guard let law = made as? Kind else { return LawSettings() }
      return LawSettings(
        constants: Dictionary(
          Kind.parameters.map { ($0.name, law[keyPath: $0.keyPath]) }, uniquingKeysWith: { $1 }),
        choices: Dictionary(
          Kind.choices.map { ($0.name, $0.read(law)) }, uniquingKeysWith: { $1 }),
        lists: Dictionary(
          Kind.series.map { ($0.name, law[keyPath: $0.keyPath]) }, uniquingKeysWith: { $1 }),
        base: base.map { law[keyPath: $0] })
    }
  }
}

/// What a scenario sets of a law, by name.
public struct LawSettings<Made: Sendable>: Sendable {
  public var constants: [String: Coefficient]
  public var choices: [String: String]
  public var lists: [String: [Double]]
  /// The law that is changed, where the law changes another.
  public var base: Made?

  public init(
    constants: [String: Coefficient] = [:], choices: [String: String] = [:],
    lists: [String: [Double]] = [:], base: Made? = nil
  ) {
    self.constants = constants
    self.choices = choices
    self.lists = lists
    self.base = base
  }
}

extension LawDescription.Constant {
  /// What there is to say of when it is needed, and of a default that is no number.
  public var remark: String? {
    let value: String? =
      isCrystalFloor
      ? "the crystal floor where not given"
      : fallback == .infinity ? "infinite where not given" : nil
    let parts = [formRemark(forms), value].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension LawDescription.List {
  /// What there is to say of when it is needed.
  public var remark: String? { formRemark(forms) }
}

private func formRemark(_ forms: [String]) -> String? {
  forms.isEmpty ? nil : "of the form \(forms.joined(separator: " or "))"
}

extension LawDescription {
  /// The law with the given constants; the others keep their defaults.
  public func make(_ constants: [String: Coefficient]) -> Made {
    make(LawSettings(constants: constants))
  }
}
