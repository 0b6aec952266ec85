import Foundation
import Units

/// The JSON Schema (draft 7) of scenario files, for editors.
public enum ScenarioSchema {
  /// The schema as JSON text.
  public static var text: String {
    var schema = object(ScenarioTables.root)
    // What a scenario includes may hold what it needs.
    if let required = schema.removeValue(forKey: "required") {
      schema["anyOf"] = [["required": ["include"]], ["required": required]]
    }
    schema["$schema"] = "http://json-schema.org/draft-07/schema#"
    schema["title"] = "qdsynth scenario"
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    guard let data = try? JSONSerialization.data(withJSONObject: schema, options: options) else {
      return "{}"
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func object(_ spec: TableSpec) -> [String: Any] {
    guard let variants = spec.variants else { return object(spec.keys, spec.doc) }
    guard !variants.cases.isEmpty else { return ["not": [String: Any]()] }
    return ["oneOf": forms(of: variants, spec.keys), "description": spec.doc]
  }

  /// One object for each way to choose, with the keys that hold whatever is chosen.
  private static func forms(of variants: TableSpec.Variants, _ common: [KeySpec]) -> [[String: Any]]
  {
    variants.cases.flatMap { variant -> [[String: Any]] in
      let law = KeySpec(
        variants.selector.name, .choice([variant.name], what: ""),
        variants.selector.isFallback(variant.name) ? .optional : .required, variant.doc)
      let keys = [law] + variant.keys + common
      guard let inner = variant.inner else { return [object(keys, variant.doc)] }
      return forms(of: inner, keys)
    }
  }

  private static func object(_ keys: [KeySpec], _ doc: String) -> [String: Any] {
    var properties: [String: Any] = [:]
    for key in keys {
      guard var schema = schema(key.kind) else { continue }
      schema["description"] = key.doc.sentence
      properties[key.name] = schema
    }
    let required = keys.filter { if case .required = $0.presence { true } else { false } }
    return [
      "type": "object", "description": doc, "properties": properties,
      "required": required.map(\.name).sorted(), "patternProperties": ["^x-": [String: Any]()],
      "additionalProperties": false,
    ]
  }

  private static func schema(_ kind: KeyKind) -> [String: Any]? {
    switch kind {
    case .quantity(let dimension, let bound): return quantity(dimension, bound)
    case .coefficient(let dimension, let bound, let energy):
      return coefficient(quantity(dimension, bound), energy)
    case .rateConstant: return coefficient(text(isSigned: false), "activation_energy")
    case .equilibriumConstant:
      let value = ["anyOf": [["type": "number"], text(isSigned: false)]]
      return coefficient(value, "enthalpy")
    case .number(let bound): return number("number", bound)
    case .integer(let bound): return number("integer", bound)
    case .text: return ["type": "string"]
    case .memory:
      return ["type": "string", "pattern": "^ *[+]?[0-9.]+([eE][+-]?[0-9]+)? *[kKMGT]?i?B *$"]
    case .choice(let names, _): return ["enum": names]
    case .choiceOrQuantity(let names, _, let dimension):
      let value: [String: Any] = ["anyOf": [["enum": names], quantity(dimension, .positive)]]
      return coefficient(value, "activation_energy")
    case .flag: return ["type": "boolean"]
    case .list(let inner):
      return ["type": "array", "items": schema(inner) ?? [:], "minItems": 1]
    // A path may lead to a whole table.
    case .named(.value, _): return ["type": "object"]
    case .named(let inner, _):
      return ["type": "object", "additionalProperties": schema(inner) ?? [:]]
    case .table(let spec): return object(spec)
    case .tables(let spec): return ["type": "array", "items": object(spec)]
    case .either(let kinds): return ["anyOf": kinds.compactMap(schema)]
    case .value: return ["type": ["string", "number", "boolean"]]
    case .free: return ["type": "object"]
    case .later: return nil
    }
  }

  private static func coefficient(_ value: [String: Any], _ energy: String) -> [String: Any] {
    let table: [String: Any] = [
      "type": "object",
      "properties": [
        "value": value, "at": quantity(.temperature, .any),
        energy: quantity(.energyPerAmount, .any),
      ],
      "required": ["value"], "additionalProperties": false, "dependencies": [energy: ["at"]],
    ]
    return ["anyOf": [value, table]]
  }

  private static func quantity(_ dimension: Units.Dimension, _ bound: Bound) -> [String: Any] {
    var schema = text(isSigned: bound.allows(-1))
    schema["examples"] = [dimension.example]
    guard dimension == .dimensionless else { return schema }
    return ["anyOf": [number("number", bound), schema]]
  }

  /// A number, blanks, and what opens a unit.
  private static func text(isSigned: Bool) -> [String: Any] {
    let sign = isSigned ? "[+-]?" : "[+]?"
    let number = "([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?"
    return [
      "type": "string", "pattern": "^ *\(sign)\(number) *( 1 *)?[/A-Za-zµμÅ°℃%‰(][^,]*$",
    ]
  }

  private static func number(_ type: String, _ bound: Bound) -> [String: Any] {
    var schema: [String: Any] = ["type": type]
    switch bound {
    case .any: break
    case .positive: schema["exclusiveMinimum"] = 0
    case .notNegative: schema["minimum"] = 0
    case .atLeast(let least): schema["minimum"] = least
    case .within(let range):
      schema["minimum"] = range.lowerBound
      schema["maximum"] = range.upperBound
    }
    return schema
  }
}

extension KeySpec {
  /// Whether a name holds where a scenario gives none.
  fileprivate func isFallback(_ name: String) -> Bool {
    if case .string(name)? = fallback?.value { true } else { false }
  }
}
