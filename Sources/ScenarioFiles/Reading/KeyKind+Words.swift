import Units

extension KeyKind {
  /// What it holds, in words.
  var description: String {
    switch self {
    case .quantity(let dimension, _), .coefficient(let dimension, _, _): dimension.withArticle
    case .rateConstant: "a rate constant with its unit"
    case .equilibriumConstant: "an equilibrium constant"
    case .number: "a number"
    case .integer: "an integer"
    case .text: "a text"
    case .memory: "an amount of memory"
    case .choice(let names, _): names.map { "\"\($0)\"" }.joined(separator: " or ")
    case .choiceOrQuantity(let names, _, let dimension):
      names.map { "\"\($0)\"" }.joined(separator: " or ") + " or \(dimension.withArticle)"
    case .flag: "true or false"
    case .list: "a list"
    case .named(_, let what): "a table of \(what)"
    case .table: "a table"
    case .tables: "a list of tables"
    case .either(let kinds): kinds.map(\.description).joined(separator: " or ")
    case .value, .free, .later: "a value"
    }
  }

  var isTable: Bool {
    switch self {
    case .table, .tables: true
    default: false
    }
  }

  /// Whether TOML's own type fits.
  func accepts(_ node: Node) -> Bool {
    switch (self, node.value) {
    case (.quantity, .string), (.coefficient, .string), (.coefficient, .table), (.number, .number),
      (.number, .integer), (.integer, .integer), (.text, .string), (.choice, .string),
      (.choiceOrQuantity, .string), (.choiceOrQuantity, .table),
      (.flag, .flag), (.list, .list), (.named, .table), (.table, .table), (.tables, .list):
      true
    default: false
    }
  }
}
