import Units

extension Table {
  /// Puts the value of an override where its path leads; tables on the way are made, entries of lists
  /// must be there.
  mutating func apply(_ override: ScenarioOverride) throws(ScenarioError) {
    let path = try KeyPathText(override.path, at: override.pathPlace)
    var root = Node(.table(self), at: override.pathPlace)
    try root.set(path.steps[...], to: override, after: "")
    if case .table(let table) = root.value { self = table }
  }
}

extension Node {
  fileprivate mutating func set(
    _ steps: ArraySlice<KeyPathText.Step>, to override: ScenarioOverride, after trail: String
  ) throws(ScenarioError) {
    guard let step = steps.first else {
      self = override.node
      return
    }
    switch step {
    case .key(let key):
      try setKey(key, steps.dropFirst(), to: override, after: trail)
    case .index(let index):
      try setEntry(at: index, steps.dropFirst(), to: override, after: trail)
    case .name(let name):
      try setEntry(
        at: try index(of: name, override, trail), steps.dropFirst(), to: override, after: trail)
    }
  }

  private mutating func setKey(
    _ key: String, _ rest: ArraySlice<KeyPathText.Step>, to override: ScenarioOverride,
    after trail: String
  ) throws(ScenarioError) {
    var table: Table
    switch value {
    case .table(let own): table = own
    case .string where ["value", "at", "activation_energy", "enthalpy"].contains(key):
      table = Table()
      table.set("value", at: place, to: self)
    case .list(let nodes):
      throw override.leadsNowhere(
        "\(trail) is a list of \(nodes.count)", hint: "write \(trail)[0].\(key)")
    default:
      throw override.leadsNowhere("\(trail) is \(description) and has no key \"\(key)\"")
    }
    let entry = table.entry(key)
    var node = entry?.node ?? Node(.table(Table()), at: override.pathPlace)
    try node.set(rest, to: override, after: trail.isEmpty ? key : "\(trail).\(key)")
    table.set(key, at: entry?.keyPlace ?? override.pathPlace, to: node)
    value = .table(table)
  }

  private mutating func setEntry(
    at index: Int, _ rest: ArraySlice<KeyPathText.Step>, to override: ScenarioOverride,
    after trail: String
  ) throws(ScenarioError) {
    guard case .list(var nodes) = value else {
      throw override.leadsNowhere(
        isEmptyTable ? "there is no \(trail)[\(index)]" : "\(trail) is \(description), not a list")
    }
    guard nodes.indices.contains(index) else {
      throw override.leadsNowhere(
        "there is no \(trail)[\(index)]",
        hint: nodes.isEmpty
          ? "\(trail) is empty" : "\(trail) has the entries 0 to \(nodes.count - 1)")
    }
    try nodes[index].set(rest, to: override, after: "\(trail)[\(index)]")
    value = .list(nodes)
  }

  private func index(of name: String, _ override: ScenarioOverride, _ trail: String)
    throws(ScenarioError) -> Int
  {
    guard case .list(let nodes) = value else {
      throw override.leadsNowhere("there is no \(trail)[\(name)]")
    }
    let names = nodes.map(\.name)
    guard let index = names.firstIndex(of: name) else {
      throw override.leadsNowhere(
        "there is no \(trail)[\(name)]",
        hint: NearestName.of(name, among: names.compactMap(\.self)).map {
          "did you mean \"\($0)\"?"
        })
    }
    return index
  }

  private var isEmptyTable: Bool {
    if case .table(let table) = value { table.entries.isEmpty } else { false }
  }

  private var name: String? {
    guard case .table(let table) = value, case .string(let name)? = table["name"]?.value else {
      return nil
    }
    return name
  }
}

extension ScenarioOverride {
  fileprivate func leadsNowhere(_ reason: String, hint: String? = nil) -> ScenarioError {
    .bad([
      ScenarioDiagnostic("the path \(path) names nothing: \(reason)", hint: hint, at: pathPlace)
    ])
  }
}
