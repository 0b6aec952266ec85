/// A scenario written out again as TOML, with every value that holds.
struct ResolvedText {
  /// What is written.
  enum Extent {
    case whole
    /// Without defaults and built-in values.
    case asWritten
  }

  let extent: Extent
  let showsOrigins: Bool
  private(set) var lines: [String] = []

  init(_ root: TableReading, _ extent: Extent, showsOrigins: Bool) {
    self.extent = extent
    self.showsOrigins = showsOrigins
    write(root, path: "")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func write(_ table: TableReading, path: String) {
    let shown = table.entries.filter { isShown($0.reading) }
    for entry in shown where !isTable(entry.reading) {
      let node = entry.reading.node
      let value = "\(TOMLText.key(entry.key)) = \(node.literal)"
      lines.append(showsOrigins ? "\(padded(value))# \(node.place.origin)" : value)
    }
    for entry in shown where isTable(entry.reading) {
      let inner = path.isEmpty ? TOMLText.key(entry.key) : "\(path).\(TOMLText.key(entry.key))"
      switch entry.reading.content {
      case .table(let table): open("[\(inner)]", table, inner)
      case .tables(let tables): for table in tables { open("[[\(inner)]]", table, inner) }
      default: openFree("[\(inner)]", entry.reading.node)
      }
    }
  }

  private mutating func open(_ header: String, _ table: TableReading, _ path: String) {
    lines += ["", header]
    write(table, path: path)
  }

  private mutating func openFree(_ header: String, _ node: Node) {
    guard case .table(let table) = node.value else { return }
    lines += ["", header]
    for entry in table.entries {
      let value = "\(TOMLText.key(entry.key)) = \(entry.node.literal)"
      let origin = "# \(entry.node.place.origin)"
      lines.append(showsOrigins ? "\(padded(value))\(origin)" : value)
    }
  }

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
