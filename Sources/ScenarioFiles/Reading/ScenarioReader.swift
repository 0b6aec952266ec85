import Units

/// Reads tables as their descriptions say, and collects all that is wrong.
struct ScenarioReader {
  private(set) var diagnostics: [ScenarioDiagnostic] = []

  mutating func error(_ message: String, hint: String? = nil, at place: Place) {
    diagnostics.append(ScenarioDiagnostic(message, hint: hint, at: place))
  }

  mutating func warning(_ message: String, hint: String? = nil, at place: Place) {
    diagnostics.append(ScenarioDiagnostic(message, hint: hint, at: place, severity: .warning))
  }

  mutating func add(_ diagnostics: [ScenarioDiagnostic]) {
    self.diagnostics += diagnostics
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// A table with its defaults; what is missing or wrong is left out and told.
  ///
  /// - Parameter known: what was read of it before without a fault, and still holds.
  mutating func table(
    _ table: Table, at place: Place, as spec: TableSpec, path: String, known: KnownReadings? = nil
  ) -> TableReading {
    var reading = TableReading(spec, path: path, place: place)
    let chosen = chosenCases(of: table, spec.variants)
    let keys = spec.keys(choosing: chosen)
    let knowsAll = spec.variants == nil || chosen.last.map { $0.inner == nil } ?? false
    for key in keys {
      if let known = known?[key.name] {
        reading.add(key.name, known)
        continue
      }
      let entry = table.entry(key.name)
      if let node = entry?.node ?? key.fallback {
        if let content = content(
          node, as: key.kind, named: key.name,
          path: path.isEmpty ? key.name : path + "." + key.name,
          keyPlace: entry?.keyPlace ?? node.place)
        {
          reading.add(key.name, Reading(content: content, node: node))
        } else {
          reading.isFaulty = true
        }
      } else if case .required = key.presence {
        error(
          "\(Self.title(of: spec, path)) needs \"\(key.name)\"",
          hint: Self.advice(key), at: place)
      }
    }
    for entry in table.entries where entry.key.hasPrefix("x-") {
      reading.add(entry.key, Reading(content: .node, node: entry.node))
    }
    refuseStrangers(in: table, among: knowsAll ? keys : spec.everyKey, spec, chosen)
    return reading
  }

  /// What a table chooses, from the outermost choice in.
  private func chosenCases(of table: Table, _ variants: TableSpec.Variants?) -> [TableSpec.Case] {
    guard let variants,
      case .string(let law)? = (table[variants.selector.name] ?? variants.selector.fallback)?.value,
      let chosen = variants.cases.first(where: { $0.name == law })
    else { return [] }
    return [chosen] + chosenCases(of: table, chosen.inner)
  }

  private mutating func refuseStrangers(
    in table: Table, among keys: [KeySpec], _ spec: TableSpec, _ chosen: [TableSpec.Case]
  ) {
    let known = keys.map(\.name)
    for entry in table.entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
      let owner = spec.name.isEmpty ? "a scenario" : "[\(spec.name)]"
      let noun = spec.name.isEmpty ? "table or key" : "key"
      let others = spec.variants?.cases.filter { variant in
        variant.ownKeys.contains { $0.name == entry.key }
      }
      if let law = chosen.last?.name, let others, !others.isEmpty {
        let laws = others.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let choice = spec.variants?.selector.name ?? "law"
        error(
          "the \(choice) \"\(law)\" has no \"\(entry.key)\"", hint: "it belongs to \(laws)",
          at: entry.keyPlace)
      } else {
        error(
          "\(owner) has no \(noun) \"\(entry.key)\"", hint: Self.nearest(entry.key, known),
          at: entry.keyPlace)
      }
    }
  }

  static func nearest(_ name: String, _ known: [String]) -> String {
    if let near = NearestName.of(name, among: known) { return "did you mean \"\(near)\"?" }
    return known.isEmpty ? "there is none" : "known: \(known.sorted().joined(separator: ", "))"
  }

  static func title(of spec: TableSpec, _ path: String) -> String {
    guard !spec.name.isEmpty else { return "a scenario" }
    return path.hasSuffix("]") ? "[[\(spec.name)]]" : "[\(spec.name)]"
  }

  static func advice(_ key: KeySpec) -> String {
    switch key.kind {
    case .table: "add [\(key.name)]"
    case .tables: "add [[\(key.name)]]"
    default: "for example \(key.name) = \(key.example)"
    }
  }
}
