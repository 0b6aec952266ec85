import Kinetics
import Units

/// A value of a scenario, read as what its key may hold.
struct Reading: Sendable {
  /// What was read, in SI.
  indirect enum Content: Sendable {
    case quantity(Double, Dimension)
    case coefficient(Coefficient, Dimension)
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case list([Reading])
    case named([(name: String, place: Place, value: Reading)])
    case table(TableReading)
    case tables([TableReading])
    /// What another key or a later step gives its meaning.
    case node
  }

  let content: Content
  /// As it was written, or as it holds by default.
  let node: Node

  var place: Place { node.place }
}

/// A table of a scenario, read.
struct TableReading: Sendable {
  let spec: TableSpec
  /// Its path, "flask.program[1]".
  let path: String
  let place: Place
  /// Whether something in it was refused and is missing here.
  var isFaulty = false
  private(set) var entries: [(key: String, reading: Reading)] = []

  init(_ spec: TableSpec, path: String, place: Place) {
    self.spec = spec
    self.path = path
    self.place = place
  }

  mutating func add(_ key: String, _ reading: Reading) {
    entries.append((key, reading))
  }

  subscript(key: String) -> Reading? { entries.first { $0.key == key }?.reading }

  func has(_ key: String) -> Bool { self[key] != nil }
}

extension TableReading {
  func quantity(_ key: String) -> Double? {
    if case .quantity(let value, _)? = self[key]?.content { value } else { nil }
  }

  func coefficient(_ key: String) -> Coefficient? {
    if case .coefficient(let value, _)? = self[key]?.content { value } else { nil }
  }

  func number(_ key: String) -> Double? {
    switch self[key]?.content {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  func integer(_ key: String) -> Int? {
    if case .integer(let value)? = self[key]?.content { value } else { nil }
  }

  func text(_ key: String) -> String? {
    if case .text(let value)? = self[key]?.content { value } else { nil }
  }

  func flag(_ key: String) -> Bool? {
    if case .flag(let value)? = self[key]?.content { value } else { nil }
  }

  func list(_ key: String) -> [Reading]? {
    if case .list(let values)? = self[key]?.content { values } else { nil }
  }

  func named(_ key: String) -> [(name: String, place: Place, value: Reading)] {
    if case .named(let values)? = self[key]?.content { values } else { [] }
  }

  func table(_ key: String) -> TableReading? {
    if case .table(let table)? = self[key]?.content { table } else { nil }
  }

  func tables(_ key: String) -> [TableReading] {
    if case .tables(let tables)? = self[key]?.content { tables } else { [] }
  }

  func place(_ key: String) -> Place { self[key]?.place ?? place }
}
