import Synthesis

/// A scenario written out again as TOML, with every value that holds.
struct ResolvedText {
  /// What is written.
  enum Extent {
    case whole
    /// Without defaults and built-in values.
    case asWritten
    /// Without what only says what to keep, to observe, to repeat or to remember of a run.
    case experiment
  }

  let extent: Extent
  let showsOrigins: Bool
  /// What is known of the text already.
  let known: KnownReadings?
  private(set) var text = ""

  init(
    _ root: TableReading, _ extent: Extent, showsOrigins: Bool, known: KnownReadings? = nil
  ) {
    self.extent = extent
    self.showsOrigins = showsOrigins
    self.known = known
    write(root, path: "")
  }

  /// The parts of the text of an experiment, by the tables of a scenario.
  static func parts(of root: TableReading) -> [String: String] {
    var parts: [String: String] = [:]
    for entry in root.entries {
      var alone = TableReading(root.spec, path: root.path, place: root.place)
      alone.add(entry.key, entry.reading)
      parts[entry.key] = ResolvedText(alone, .experiment, showsOrigins: false).text
    }
    return parts
  }

  private mutating func write(_ table: TableReading, path: String) {
    for entry in table.entries where isShown(entry, in: path) && !isTable(entry.reading) {
      write(entry.key, entry.reading.node)
    }
    for entry in table.entries where isTable(entry.reading) {
      if path.isEmpty, let part = known?.part(entry.key) {
        text += part
        continue
      }
      guard isShown(entry, in: path) else { continue }
      let inner = path.isEmpty ? TOMLText.key(entry.key) : "\(path).\(TOMLText.key(entry.key))"
      switch entry.reading.content {
      case .table(let table): open("[\(inner)]", table, inner)
      case .tables(let tables): for table in tables { open("[[\(inner)]]", table, inner) }
      default: openFree("[\(inner)]", entry.reading.node)
      }
    }
  }

  private mutating func write(_ key: String, _ node: Node) {
    let value = TOMLText.key(key) + " = " + node.literal
    text += showsOrigins ? "\(padded(value))# \(node.place.origin)\n" : value + "\n"
  }

  private mutating func open(_ header: String, _ table: TableReading, _ path: String) {
    open(header)
    write(table, path: path)
  }

  private mutating func openFree(_ header: String, _ node: Node) {
    guard case .table(let table) = node.value else { return }
    open(header)
    for entry in table.entries { write(entry.key, entry.node) }
  }

  private mutating func open(_ header: String) {
    text += "\n" + header + "\n"
  }

  /// Whether what is simulated depends on a key of the scenario.
  private func isTelling(_ key: String, in path: String) -> Bool {
    switch path {
    case "": !Self.silent.contains(key) && !key.hasPrefix("x-")
    case "run": key != "outputs"
    default: true
    }
  }

  private static let silent: Set = [
    "title", "outputs", "saxs", "optics", "tem", "sweep", "fit", "provenance",
  ]

  /// Values line up, and origins stand to the right of them.
  private func padded(_ value: String) -> String {
    value + String(repeating: " ", count: max(2, 60 - value.count))
  }

  private func isTable(_ reading: Reading) -> Bool {
    switch reading.content {
    case .table, .tables: true
    case .node: if case .table = reading.node.value { isFree(reading) } else { false }
    default: false
    }
  }

  /// A rate constant in braces stays in its line; a free table gets brackets.
  private func isFree(_ reading: Reading) -> Bool {
    guard case .table(let table) = reading.node.value else { return false }
    return table["value"] == nil
  }

  private func isShown(_ entry: (key: String, reading: Reading), in path: String) -> Bool {
    extent == .experiment ? isTelling(entry.key, in: path) : isShown(entry.reading)
  }

  private func isShown(_ reading: Reading) -> Bool {
    guard extent == .asWritten else { return true }
    switch reading.content {
    case .table(let table): return table.entries.contains { isShown($0.reading) }
    case .tables: return true
    default:
      let kind = reading.place.source.kind
      return kind == .file || kind == .option
    }
  }
}

extension Scenario {
  /// The scenario as TOML that reads to the same experiment, each value with its origin or without.
  public func resolvedText(showsOrigins: Bool = false) -> String {
    ResolvedText(root, .whole, showsOrigins: showsOrigins).text
  }

  /// What decides the results, and so tells whether two scenarios are the same experiment: every value
  /// that holds but titles, provenance, what is kept and observed, sweeps and fits, and the sizes that a
  /// file of seeds holds.
  public var identityText: String {
    let text = ResolvedText(root, .experiment, showsOrigins: false, known: known).text
    let seeds = experiment.seeds + experiment.recipe.injections.flatMap(\.seeds)
    guard !seeds.isEmpty else { return text }
    return text + "# \(seeds)\n"
  }

  /// The same without what nobody wrote.
  public func writtenText(showsOrigins: Bool = false) -> String {
    ResolvedText(root, .asWritten, showsOrigins: showsOrigins).text
  }

  /// The free table `[provenance]`, a value a line.
  public var provenance: [ResolvedValue] {
    guard let node = root["provenance"]?.node, case .table(let table) = node.value else {
      return []
    }
    return table.entries.map {
      ResolvedValue(path: $0.key, text: $0.node.literal, origin: $0.node.place.origin)
    }
  }
}
