public import Kinetics
import Units

/// A key of a scenario as `describe` shows it.
public struct DescribedKey: Sendable {
  public let name: String
  /// The SI unit of its value; empty for what has none.
  public let unit: String
  public let meaning: String
  /// What holds where a scenario gives none, in that unit; nil where that is no number.
  public let value: Double?

  /// The keys that belong to a role, of its table and the tables inside.
  public static func all(of role: RoleDescription) -> [DescribedKey] {
    let name = String(role.table.drop { $0 == "[" }.prefix { $0 != "]" })
    guard let spec = ScenarioTables.table(named: name, in: ScenarioTables.root) else { return [] }
    var keys = spec.keys
    if let variants = spec.variants {
      guard let choice = variants.cases.first(where: { $0.name == role.name }) else { return [] }
      keys = choice.ownKeys + keys
    }
    return keys.filter { role.keys?.contains($0.name) ?? true }.flatMap { described($0) }
  }

  private static func described(_ key: KeySpec, within path: String = "") -> [DescribedKey] {
    // A table that stands elsewhere too, as seeds do, is described there.
    if case .tables(let spec) = key.kind, spec.name.contains(".") {
      return spec.keys.flatMap { described($0, within: path + key.name + ".") }
    }
    let isRequired = if case .required = key.presence { true } else { false }
    return [
      DescribedKey(
        name: path + key.name, unit: key.kind.dimension?.unit ?? "",
        meaning: key.doc + (isRequired ? "; required" : ""), value: key.fallbackNumber)
    ]
  }
}

extension ScenarioTables {
  /// A table by its name, "flask.heat", wherever it stands.
  fileprivate static func table(named name: String, in spec: TableSpec) -> TableSpec? {
    if spec.name == name { return spec }
    for key in spec.everyKey {
      if let inner = key.kind.inner, let found = table(named: name, in: inner) { return found }
    }
    return nil
  }
}

extension KeyKind {
  fileprivate var inner: TableSpec? {
    switch self {
    case .table(let spec), .tables(let spec): spec
    default: nil
    }
  }

  /// The dimension of its value, or of each of its values.
  fileprivate var dimension: Dimension? {
    switch self {
    case .quantity(let dimension, _), .coefficient(let dimension, _, _): dimension
    case .named(let kind, _): kind.dimension
    default: nil
    }
  }
}

extension KeySpec {
  fileprivate var fallbackNumber: Double? {
    switch fallback?.value {
    case .number(let number): number
    case .integer(let number): Double(number)
    case .string(let text): kind.dimension.flatMap { try? $0.parse(text) }
    default: nil
    }
  }
}
