import ScenarioFiles
import Synthesis

/// Reads `case.toml`; every refusal names its line.
struct CaseFile {
  private let table: Table
  private let start: Place

  private static let keys: Set = [
    "title", "kind", "tier", "source", "quantity", "norm", "tolerance", "why", "scenario", "law",
    "constants", "axis", "experiments", "scenarios", "count", "quick_count", "seed", "methods",
    "target", "function", "data", "frames", "shared", "times", "reference", "columns",
  ]

  /// The case in a folder.
  static func load(_ folder: String, named name: String) throws(CaseError) -> ValidationCase {
    do throws(ScenarioError) {
      let (table, start) = try TOMLFile.read(folder + "/case.toml")
      return try CaseFile(table: table, start: start).validationCase(folder, name)
    } catch {
      throw CaseError(error)
    }
  }

  private func validationCase(_ folder: String, _ name: String) throws(ScenarioError)
    -> ValidationCase
  {
    if let stranger = table.entries.first(where: { !Self.keys.contains($0.key) }) {
      throw refusal("a case has no key \"\(stranger.key)\"", at: stranger.keyPlace)
    }
    let quantities = try texts("quantity")
    return ValidationCase(
      name: name, folder: folder, title: try text("title"), kind: try choice("kind"),
      tier: try choice("tier"), source: try text("source"), quantities: quantities,
      norm: try choice("norm"), tolerances: try tolerances(of: quantities), why: try text("why"),
      options: try options())
  }

  /// One tolerance, or a list of one for each quantity.
  private func tolerances(of quantities: [String]) throws(ScenarioError) -> [Double] {
    let node = try node("tolerance")
    let nodes = if case .list(let nodes) = node.value { nodes } else { [node] }
    guard nodes.count == 1 || nodes.count == quantities.count else {
      throw refusal(
        "there are \(nodes.count) tolerances for \(quantities.count) quantities",
        hint: "give one for all, or one for each", at: node.place)
    }
    return try nodes.map { (item) throws(ScenarioError) -> Double in
      let tolerance = try number(item, named: "tolerance")
      guard tolerance >= 0 else { throw refusal("a tolerance is zero or more", at: item.place) }
      return tolerance
    }
  }

  private func options() throws(ScenarioError) -> CaseOptions {
    var options = CaseOptions()
    options.scenario = try optional("scenario", text)
    options.law = try optional("law", text)
    options.constants = try optional("constants", constants) ?? [:]
    options.axis = try optional("axis", text)
    options.experiments = try optional("experiments", choice)
    options.scenarios = try optional("scenarios", text)
    options.count = try optional("count", integer) ?? 0
    options.quickCount = try optional("quick_count", integer) ?? options.count
    options.seed = try optional("seed", integer) ?? 1
    options.methods = try optional("methods", methods) ?? []
    options.target = try optional("target", choice)
    options.function = try optional("function", choice)
    options.data = try optional("data", texts) ?? []
    options.frames = try optional("frames", text)
    options.shared = try optional("shared", text)
    options.times = try optional("times", text)
    options.reference = try optional("reference", text)
    options.columns = try optional("columns", constants) ?? [:]
    return options
  }

  private func methods(_ key: String) throws(ScenarioError) -> [MonteCarlo.Method] {
    try texts(key).map { (text) throws(ScenarioError) in
      guard let method = MonteCarlo.Method(rawValue: text) else {
        throw refusal(
          "\"\(text)\" is no method", hint: "known: \(Self.known(MonteCarlo.Method.self))",
          at: table[key]?.place ?? start)
      }
      return method
    }
  }

  // MARK: - Values

  private func optional<Value>(
    _ key: String, _ read: (String) throws(ScenarioError) -> Value
  ) throws(ScenarioError) -> Value? {
    table[key] == nil ? nil : try read(key)
  }

  private func node(_ key: String) throws(ScenarioError) -> Node {
    guard let node = table[key] else { throw refusal("a case needs \"\(key)\"", at: start) }
    return node
  }

  private func text(_ key: String) throws(ScenarioError) -> String {
    let node = try node(key)
    guard case .string(let text) = node.value, !text.isEmpty else {
      throw refusal("\"\(key)\" is a text", at: node.place)
    }
    return text
  }

  private func texts(_ key: String) throws(ScenarioError) -> [String] {
    let node = try node(key)
    if case .string(let text) = node.value { return [text] }
    guard case .list(let nodes) = node.value, !nodes.isEmpty else {
      throw refusal("\"\(key)\" is a list of texts", at: node.place)
    }
    return try nodes.map { (item) throws(ScenarioError) -> String in
      guard case .string(let text) = item.value else {
        throw refusal("\"\(key)\" is a list of texts", at: item.place)
      }
      return text
    }
  }

  private func number(_ node: Node, named key: String) throws(ScenarioError) -> Double {
    switch node.value {
    case .number(let value): return value
    case .integer(let value): return Double(value)
    default: throw refusal("\"\(key)\" is a number", at: node.place)
    }
  }

  private func integer(_ key: String) throws(ScenarioError) -> Int {
    let node = try node(key)
    guard case .integer(let value) = node.value, value >= 0 else {
      throw refusal("\"\(key)\" is a whole number, zero or more", at: node.place)
    }
    return value
  }

  private func constants(_ key: String) throws(ScenarioError) -> [String: String] {
    let node = try node(key)
    guard case .table(let table) = node.value else {
      throw refusal("\"\(key)\" is a table", at: node.place)
    }
    var constants: [String: String] = [:]
    for entry in table.entries {
      guard case .string(let text) = entry.node.value else {
        throw refusal("a constant is a text with its unit", at: entry.node.place)
      }
      constants[entry.key] = text
    }
    return constants
  }

  private func choice<Value: RawRepresentable & CaseIterable>(_ key: String)
    throws(ScenarioError) -> Value where Value.RawValue == String
  {
    let text = try text(key)
    guard let value = Value(rawValue: text) else {
      throw refusal(
        "\"\(text)\" is no \(key) of a case", hint: "known: \(Self.known(Value.self))",
        at: table[key]?.place ?? start)
    }
    return value
  }

  private static func known<Value: RawRepresentable & CaseIterable>(_: Value.Type) -> String
  where Value.RawValue == String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private func refusal(_ message: String, hint: String? = nil, at place: Place) -> ScenarioError {
    .bad([ScenarioDiagnostic(message, hint: hint, at: place)])
  }
}
