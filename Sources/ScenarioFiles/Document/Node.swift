/// A value of a scenario, with its place.
public struct Node: Sendable {
  /// What TOML knows.
  public indirect enum Value: Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    /// A date or a time, as it was written.
    case moment(String)
    case list([Node])
    case table(Table)
  }

  public var value: Value
  public var place: Place

  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// Named values in the order in which they were written.
public struct Table: Sendable {
  /// A key with its value.
  public struct Entry: Sendable {
    public let key: String
    public let keyPlace: Place
    public var node: Node
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  /// The value of a key; setting one keeps where the key was first written.
  public subscript(key: String) -> Node? { entry(key)?.node }

  func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }

  mutating func set(_ key: String, at keyPlace: Place, to node: Node) {
    let entry = Entry(key: key, keyPlace: keyPlace, node: node)
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  mutating func remove(_ key: String) {
    entries.removeAll { $0.key == key }
  }

  /// Merges another table into this one: what comes later wins, tables inside tables are merged too,
  /// lists are replaced.
  mutating func merge(_ later: Table) {
    for entry in later.entries {
      if case .table(let theirs) = entry.node.value, let mine = self[entry.key],
        case .table(var merged) = mine.value
      {
        merged.merge(theirs)
        set(entry.key, at: entry.keyPlace, to: Node(.table(merged), at: entry.node.place))
      } else {
        set(entry.key, at: entry.keyPlace, to: entry.node)
      }
    }
  }
}

extension Node {
  /// What it is, in words.
  var description: String {
    switch value {
    case .string: "a text"
    case .integer: "an integer"
    case .number: "a number"
    case .flag: "true or false"
    case .moment: "a date or time"
    case .list: "a list"
    case .table: "a table"
    }
  }

  /// The value as TOML writes it, in one line.
  var literal: String {
    switch value {
    case .string(let text): TOMLText.quoted(text)
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .moment(let text): text
    case .list(let nodes): "[" + nodes.map(\.literal).joined(separator: ", ") + "]"
    case .table(let table) where table.entries.isEmpty: "{}"
    case .table(let table):
      "{ "
        + table.entries.map { "\(TOMLText.key($0.key)) = \($0.node.literal)" }
        .joined(separator: ", ") + " }"
    }
  }
}
