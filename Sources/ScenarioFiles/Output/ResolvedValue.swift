/// A value that holds in a scenario, with where it came from.
public struct ResolvedValue: Sendable, Hashable {
  /// "reaction[0].rate_constant".
  public let path: String
  /// As TOML writes it.
  public let text: String
  /// "scenario.toml:12", "--set", "built-in material CdSe" or "default".
  public let origin: String
}

extension Place {
  /// Where a value came from, in a few words.
  var origin: String {
    source.kind == .file ? "\(source.name):\(line)" : source.name
  }
}

extension Scenario {
  /// Every value that holds, defaults and built-in values among them, in the order of the contract.
  public var resolved: [ResolvedValue] { root.resolved(in: "") }
}

extension TableReading {
  fileprivate func resolved(in prefix: String) -> [ResolvedValue] {
    entries.flatMap { entry -> [ResolvedValue] in
      let path = prefix.isEmpty ? entry.key : "\(prefix).\(entry.key)"
      switch entry.reading.content {
      case .table(let table): return table.resolved(in: path)
      case .tables(let tables):
        return tables.enumerated().flatMap { $1.resolved(in: "\(path)[\($0)]") }
      default:
        let node = entry.reading.node
        return [ResolvedValue(path: path, text: node.literal, origin: node.place.origin)]
      }
    }
  }
}
