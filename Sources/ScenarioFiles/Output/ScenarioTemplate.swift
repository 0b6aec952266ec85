/// A commented scenario to start from, made of the same descriptions that reading follows.
public enum ScenarioTemplate: String, CaseIterable, Sendable {
  /// One run.
  case recipe
  /// Many runs of it.
  case sweep

  /// The scenario as TOML text.
  public var text: String {
    var lines = [
      "# A scenario of qdsynth. Every value with a dimension is a text with its unit.",
      "# What is commented out can be left out; the value shown is the default, or an example.", "",
    ]
    lines += Self.lines(of: ScenarioTables.root.keys, isActive: true)
    for key in ScenarioTables.root.keys {
      switch key.kind {
      case .table(let spec): lines += section(spec, header: "[\(spec.name)]", key)
      case .tables(let spec): lines += section(spec, header: "[[\(spec.name)]]", key)
      case .free:
        lines += ["", "# \(key.doc).", "# [\(key.name)]", "# batch = \"...\""]
      default: break
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ spec: TableSpec, header: String, _ key: KeySpec) -> [String] {
    if let variants = spec.variants, variants.cases.isEmpty { return [] }
    let isActive =
      Self.isRequired(key) || key.startsTemplates || (self == .sweep && key.name == "sweep")
    let keys = spec.keys(choosing: spec.variants.map { Array($0.cases.suffix(1)) } ?? [])
    var lines = ["", "# \(key.doc)"]
    if let variants = spec.variants {
      let choices = "\(variants.selector.name)s".sentence
      lines.append("# \(choices): \(variants.cases.map(\.name).joined(separator: ", ")).")
    }
    lines.append(isActive ? header : "# \(header)")
    lines += Self.lines(of: keys, isActive: isActive)
    for key in keys {
      switch key.kind {
      case .table(let inner): lines += section(inner, header: "[\(inner.name)]", key)
      case .tables(let inner):
        let path = inner.name.contains(".") ? inner.name : "\(spec.name).\(inner.name)"
        lines += section(inner, header: "[[\(path)]]", key, within: isActive)
      default: break
      }
    }
    return lines
  }

  private func section(
    _ spec: TableSpec, header: String, _ key: KeySpec, within isActive: Bool
  ) -> [String] {
    guard isActive, self == .sweep, spec.name == "sweep.axis" else {
      return section(spec, header: header, key)
    }
    return ["", "# \(spec.doc)", header] + Self.lines(of: spec.keys, isActive: true)
  }

  private static func lines(of keys: [KeySpec], isActive: Bool) -> [String] {
    keys.compactMap { key in
      guard !key.example.isEmpty, !key.isTable else { return nil }
      let isShown = isActive && (isRequired(key) || key.startsTemplates)
      let value = "\(isShown ? "" : "# ")\(key.name) = \(key.example)"
      return value + String(repeating: " ", count: max(2, 56 - value.count))
        + "# \(key.doc.sentence)"
    }
  }

  private static func isRequired(_ key: KeySpec) -> Bool {
    if case .required = key.presence { true } else { false }
  }
}

extension String {
  /// With a capital at its start, unless a symbol stands there: "k0: attachment per area".
  var sentence: String {
    prefix { $0 != " " }.last == ":" ? self : prefix(1).uppercased() + dropFirst()
  }
}

extension KeySpec {
  fileprivate var isTable: Bool {
    switch kind {
    case .table, .tables, .free, .later: true
    default: false
    }
  }

  /// Not required and yet part of a first scenario.
  fileprivate var startsTemplates: Bool {
    [
      "title", "species", "reaction", "initial", "units", "values", "solubility", "surface_energy",
    ].contains(name)
  }
}
