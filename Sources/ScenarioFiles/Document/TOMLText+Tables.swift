extension TOMLText {
  /// Tables written out as they are, which read to the same tables again: values first, then each
  /// table under its own head.
  static func text(of table: Table) -> String {
    var lines: [String] = []
    write(table, under: "", to: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func write(_ table: Table, under path: String, to lines: inout [String]) {
    for entry in table.entries where !hasHead(entry.node) {
      lines.append("\(key(entry.key)) = \(entry.node.literal)")
    }
    for entry in table.entries where hasHead(entry.node) {
      let inner = path.isEmpty ? key(entry.key) : "\(path).\(key(entry.key))"
      switch entry.node.value {
      case .table(let own):
        lines += ["", "[\(inner)]"]
        write(own, under: inner, to: &lines)
      case .list(let nodes):
        for case .table(let own) in nodes.map(\.value) {
          lines += ["", "[[\(inner)]]"]
          write(own, under: inner, to: &lines)
        }
      default: break
      }
    }
  }

  /// A table, or a list of nothing but tables.
  private static func hasHead(_ node: Node) -> Bool {
    switch node.value {
    case .table: true
    case .list(let nodes):
      !nodes.isEmpty
        && nodes.allSatisfy { if case .table = $0.value { true } else { false } }
    default: false
    }
  }
}
