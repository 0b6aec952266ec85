/// The tables of a scenario file and of those that it includes, merged.
struct ScenarioDocument: Sendable {
  var table: Table
  /// The file itself first, then what it includes.
  var sources: [Source]

  private static let depth = 16

  init(path: String) throws(ScenarioError) {
    try self.init(try ScenarioText.source(at: path))
  }

  init(_ source: Source) throws(ScenarioError) {
    table = Table()
    sources = []
    table = try read(source, within: [])
  }

  private mutating func read(_ source: Source, within parents: [String]) throws(ScenarioError)
    -> Table
  {
    sources.append(source)
    var own = try TOMLText.table(of: source)
    guard let include = own["include"] else { return own }
    own.remove("include")
    var merged = Table()
    for node in try Self.includes(include) {
      guard case .string(let name) = node.value else { continue }
      let path = Self.path(name, from: source.name)
      guard !parents.contains(path), path != source.name, parents.count < Self.depth else {
        throw .bad([
          ScenarioDiagnostic("\"\(name)\" includes itself in the end", at: node.place)
        ])
      }
      let included = try ScenarioText.source(at: path, neededAt: node.place)
      merged.merge(try read(included, within: parents + [source.name]))
    }
    merged.merge(own)
    return merged
  }

  private static func includes(_ include: Node) throws(ScenarioError) -> [Node] {
    let hint = "for example include = [\"base.toml\"]"
    guard case .list(let nodes) = include.value else {
      throw .bad([
        ScenarioDiagnostic("include is a list of files", hint: hint, at: include.place)
      ])
    }
    for node in nodes {
      guard case .string = node.value else {
        throw .bad([ScenarioDiagnostic("include is a list of files", hint: hint, at: node.place)])
      }
    }
    return nodes
  }

  /// Paths in a file start from the file's own folder.
  static func path(_ name: String, from file: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }
}
