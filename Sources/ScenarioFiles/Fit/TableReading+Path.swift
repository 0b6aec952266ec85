extension TableReading {
  /// The value at a path, as it was written or as it holds by default; nil where there is none.
  func node(at steps: ArraySlice<KeyPathText.Step>) -> Node? {
    guard case .key(let key)? = steps.first else { return nil }
    return self[key]?.node(at: steps.dropFirst())
  }
}

extension Reading {
  fileprivate func node(at steps: ArraySlice<KeyPathText.Step>) -> Node? {
    guard let step = steps.first else { return node }
    let rest = steps.dropFirst()
    switch (content, step) {
    case (.table(let table), _): return table.node(at: steps)
    case (.tables(let tables), .index(let index)):
      return tables.indices.contains(index) ? tables[index].node(at: rest) : nil
    case (.tables(let tables), .name(let name)):
      return tables.first { $0.text("name") == name }?.node(at: rest)
    case (.list(let entries), .index(let index)):
      return entries.indices.contains(index) ? entries[index].node(at: rest) : nil
    case (.named(let entries), .key(let key)):
      return entries.first { $0.name == key }?.value.node(at: rest)
    default: return node.entry(at: steps)
    }
  }
}

extension Node {
  /// What a coefficient holds under its keys; the value alone is its `value`.
  fileprivate func entry(at steps: ArraySlice<KeyPathText.Step>) -> Node? {
    guard case .key(let key)? = steps.first, steps.count == 1 else { return nil }
    if case .table(let table) = value { return table[key] }
    return key == "value" ? self : nil
  }
}
