import Units

extension ScenarioReader {
  /// What a value is, as the kind of its key says; nil after an error.
  mutating func content(
    _ node: Node, as kind: KeyKind, named name: String, path: @autoclosure () -> String,
    keyPlace: Place
  ) -> Reading.Content? {
    switch (kind, node.value) {
    case (.quantity(let dimension, let bound), _):
      return quantity(node, dimension, bound).map { .quantity($0, dimension) }
    case (.coefficient(let dimension, let bound, let energy), _):
      return coefficient(node, named: name, dimension, bound, energy: energy).map {
        .coefficient($0, dimension)
      }
    case (.number(let bound), .number(let value)):
      return checked(value, bound, at: node.place).map { .number($0) }
    case (.number(let bound), .integer(let value)):
      return checked(Double(value), bound, at: node.place).map { .number($0) }
    case (.integer(let bound), .integer(let value)):
      return checked(Double(value), bound, at: node.place).map { _ in .integer(value) }
    case (.integer(let bound), .number(let value))
    where value == value.rounded() && abs(value) < 1e15:
      return checked(value, bound, at: node.place).map { .integer(Int($0)) }
    case (.text, .string(let text)): return .text(text)
    case (.memory, .string(let text)): return memory(text, at: node.place)
    case (.flag, .flag(let value)): return .flag(value)
    case (.choice(let names, let what), .string(let text)):
      return choice(text, among: names, what: what, at: node.place)
    case (.choiceOrQuantity(let names, let what, let dimension), _):
      if case .string(let text) = node.value, text.namesSomething {
        return choice(text, among: names, what: what, at: node.place)
      }
      return coefficient(
        node, named: name, dimension, .positive, energy: "activation_energy"
      ).map { .coefficient($0, dimension) }
    case (.list(let inner), .list(let nodes)):
      return .list(readings(of: nodes, as: inner, named: name, path: path()))
    case (.named(let inner, _), .table(let table)):
      return self.named(table, as: inner, path: path())
    case (.table(let spec), .table(let table)):
      return .table(self.table(table, at: keyPlace, as: spec, path: path()))
    case (.tables(let spec), .list(let nodes)):
      return tables(nodes, as: spec, named: name, path: path())
    case (.either(let kinds), _):
      let match = kinds.first { $0.accepts(node) } ?? kinds.first { !$0.isTable }
      guard let match else { return refuse(node, kind, name, keyPlace) }
      return content(node, as: match, named: name, path: path(), keyPlace: keyPlace)
    case (.rateConstant, .string), (.rateConstant, .table), (.equilibriumConstant, _),
      (.value, _), (.free, _):
      return .node
    case (.later(let what), _):
      error("\"\(name)\" is of a later version: this one has no \(what)", at: keyPlace)
      return nil
    default: return refuse(node, kind, name, keyPlace)
    }
  }

  private mutating func memory(_ text: String, at place: Place) -> Reading.Content? {
    do throws(UnitsError) {
      return .integer(try ByteCount.parse(text))
    } catch {
      self.error("\"\(text)\" is no amount of memory", hint: error.hint, at: place)
      return nil
    }
  }

  private mutating func refuse(_ node: Node, _ kind: KeyKind, _ name: String, _ keyPlace: Place)
    -> Reading.Content?
  {
    switch (kind, node.value) {
    case (.tables(let spec), .table):
      error("\"\(name)\" can be there several times", hint: "write [[\(spec.name)]]", at: keyPlace)
    case (.table(let spec), .list):
      error("\"\(name)\" can be there only once", hint: "write [\(spec.name)]", at: keyPlace)
    default:
      error(
        "\"\(name)\" is \(kind.description), not \(node.description)",
        hint: kind.example.isEmpty ? nil : "for example \(name) = \(kind.example)", at: node.place)
    }
    return nil
  }

  private mutating func readings(
    of nodes: [Node], as kind: KeyKind, named name: String, path: String
  )
    -> [Reading]
  {
    var readings: [Reading] = []
    for (index, node) in nodes.enumerated() {
      if let content = content(
        node, as: kind, named: name, path: "\(path)[\(index)]", keyPlace: node.place)
      {
        readings.append(Reading(content: content, node: node))
      }
    }
    return readings
  }

  private mutating func named(_ table: Table, as kind: KeyKind, path: String) -> Reading.Content {
    var values: [(name: String, place: Place, value: Reading)] = []
    for entry in table.entries {
      if let content = content(
        entry.node, as: kind, named: entry.key, path: "\(path).\(entry.key)",
        keyPlace: entry.keyPlace)
      {
        values.append((entry.key, entry.keyPlace, Reading(content: content, node: entry.node)))
      }
    }
    return .named(values)
  }

  private mutating func tables(
    _ nodes: [Node], as spec: TableSpec, named name: String, path: String
  ) -> Reading.Content {
    var tables: [TableReading] = []
    for (index, node) in nodes.enumerated() {
      guard case .table(let table) = node.value else {
        error("an entry of \"\(name)\" is a table, not \(node.description)", at: node.place)
        continue
      }
      tables.append(self.table(table, at: node.place, as: spec, path: "\(path)[\(index)]"))
    }
    return .tables(tables)
  }

  private mutating func choice(_ text: String, among names: [String], what: String, at place: Place)
    -> Reading.Content?
  {
    guard names.contains(text) else {
      error(
        "no \(what) is called \"\(text)\"",
        hint: names.isEmpty ? "there is none" : NearestName.advice(on: text, among: names),
        at: place)
      return nil
    }
    return .text(text)
  }

  private mutating func checked(_ value: Double, _ bound: Bound, at place: Place) -> Double? {
    guard value.isFinite, bound.allows(value) else {
      error(
        "\(Dimension.dimensionless.format(value)) is out of range",
        hint: "it must be \(bound.demand)", at: place)
      return nil
    }
    return value
  }
}

extension String {
  /// Whether it starts as a name does, not as a number.
  fileprivate var namesSomething: Bool {
    first.map { !"+-.0123456789".contains($0) } ?? true
  }
}
