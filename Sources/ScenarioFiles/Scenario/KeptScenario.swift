/// A scenario that needs no file besides itself: one text, and the texts of the files it names.
///
/// What it includes and what was set on the command line stands in the text. Two readings of it are the
/// same wherever they are made.
public struct KeptScenario: Sendable, Hashable {
  /// The tables as TOML, without `[fit]`.
  public var text: String
  /// Each under the name by which the text, or a swept value, calls it.
  public var files: [ScenarioFile]

  public init(text: String, files: [ScenarioFile]) {
    self.text = text
    self.files = files
  }
}

extension Scenario {
  /// The scenario as it can be kept in a folder of its own.
  ///
  /// - Parameter swept: names of further files, as swept values give them, from the scenario's folder.
  public func kept(withFiles swept: [String] = []) throws(ScenarioError) -> KeptScenario {
    var table = document.table
    table.remove("fit")
    var files = NamedFiles()
    for entry in table.entries where Self.mayNameFiles(entry.key) {
      let node = try files.gather(from: entry.node)
      table.set(entry.key, at: entry.keyPlace, to: node)
    }
    let place = Place(document.sources[0], line: 1, column: 1)
    for name in swept {
      files.keep(
        ScenarioFile(path: name, text: try ScenarioText.source(named: name, at: place).text))
    }
    return KeptScenario(text: TOMLText.text(of: table), files: files.all)
  }

  /// What was kept, read again.
  ///
  /// - Parameter name: the path of the text, which stands in messages.
  public init(_ kept: KeptScenario, name: String) throws(ScenarioError) {
    let source = Source(
      .file, name: name, text: kept.text,
      files: Dictionary(
        kept.files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
    try self.init(try ScenarioDocument(source))
  }

  private static func mayNameFiles(_ table: String) -> Bool {
    !["sweep", "provenance"].contains(table) && !table.hasPrefix("x-")
  }
}

extension ScenarioOverride {
  /// A value in the place of another; where it names a file, it is one that the scenario knows.
  public init(_ path: String, _ value: String, in scenario: Scenario) {
    let plain = ScenarioOverride(path, value)
    guard path.hasSuffix(".file"), let source = scenario.document.sources.first else {
      self = plain
      return
    }
    self.init(path, at: plain.pathPlace, Node(plain.node.value, at: Place(source)))
  }
}

/// The texts of the files that tables name, each under a name of its own.
private struct NamedFiles {
  private(set) var all: [ScenarioFile] = []

  /// The same value, files in it renamed to what they are known by from now on.
  mutating func gather(from node: Node) throws(ScenarioError) -> Node {
    switch node.value {
    case .table(var table):
      for entry in table.entries {
        table.set(entry.key, at: entry.keyPlace, to: try renamed(entry))
      }
      return Node(.table(table), at: node.place)
    case .list(let nodes):
      var gathered: [Node] = []
      for node in nodes { gathered.append(try gather(from: node)) }
      return Node(.list(gathered), at: node.place)
    default: return node
    }
  }

  private mutating func renamed(_ entry: Table.Entry) throws(ScenarioError) -> Node {
    guard entry.key == "file", case .string(let name) = entry.node.value else {
      return try gather(from: entry.node)
    }
    let text = try ScenarioText.source(named: name, at: entry.node.place).text
    let own =
      all.first { $0.text == text }?.path ?? "file-\(all.count + 1)-\(Self.stem(name))"
    keep(ScenarioFile(path: own, text: text))
    return Node(.string(own), at: entry.node.place)
  }

  mutating func keep(_ file: ScenarioFile) {
    if !all.contains(where: { $0.path == file.path }) { all.append(file) }
  }

  private static func stem(_ name: String) -> String {
    name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
