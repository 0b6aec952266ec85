import Kinetics

extension ExperimentDecoder {
  /// A law with its settings, as the catalogue makes it; nil after an error.
  ///
  /// - Parameters:
  ///   - key: The key that names the law: "law", or "base" for one that another changes.
  ///   - crystalFloor: The size from which a law acts that is meant for crystals, units.
  mutating func law<Made>(
    of laws: [LawDescription<Made>], _ table: TableReading, namedBy key: String = "law",
    crystalFloor: Int? = nil
  ) -> Made? {
    guard let name = table.text(key), let law = laws.first(where: { $0.name == name }) else {
      return nil
    }
    var settings = LawSettings<Made>()
    for option in law.options { settings.choices[option.name] = table.text(option.name) }
    let forms = Set(settings.choices.values)
    for constant in law.constants {
      let form = FormOfLaw(constant.forms, among: law.options.map(\.options))
      check(constant.name, form, chosen: forms, hasDefault: constant.fallback != nil, table)
      settings.constants[constant.name] =
        table.coefficient(constant.name)
        ?? (constant.isCrystalFloor ? crystalFloor.map { Coefficient(Double($0)) } : nil)
    }
    for list in law.lists {
      let form = FormOfLaw(list.forms, among: law.options.map(\.options))
      check(list.name, form, chosen: forms, hasDefault: false, table)
      settings.lists[list.name] = numbers(list.name, rising: list.leastSize != nil, table)
    }
    checkLengths(of: law.lists.map(\.name), table)
    if law.wraps {
      settings.base = self.law(of: laws, table, namedBy: "base", crystalFloor: crystalFloor)
      guard settings.base != nil else { return nil }
    }
    return law.make(settings)
  }

  /// What belongs to some forms must be there in these, and is a mistake in others.
  private mutating func check(
    _ key: String, _ form: FormOfLaw, chosen: Set<String>, hasDefault: Bool, _ table: TableReading
  ) {
    guard let known = form.known, let name = chosen.first(where: known.contains) else { return }
    if !form.forms.contains(name), table.has(key) {
      let owners = form.forms.map { "\"\($0)\"" }.joined(separator: ", ")
      reader.error(
        "the form \"\(name)\" has no \"\(key)\"", hint: "it belongs to \(owners)",
        at: table.place(key))
    }
    if form.forms.contains(name), !hasDefault, !table.has(key), !table.isFaulty {
      let spec = table.spec.everyKey.first { $0.name == key }
      reader.error(
        "\(ScenarioReader.title(of: table.spec, table.path)) needs \"\(key)\" for the form \"\(name)\"",
        hint: spec.map { ScenarioReader.advice($0) }, at: table.place)
    }
  }

  /// The numbers of a list, in SI.
  private mutating func numbers(_ key: String, rising: Bool, _ table: TableReading) -> [Double]? {
    guard let readings = table.list(key) else { return nil }
    if table[key]?.itemCount == 0 {
      reader.error("\"\(key)\" is empty", at: table.place(key))
    }
    var numbers: [Double] = []
    for reading in readings {
      guard let number = reading.number else { continue }
      if rising, let last = numbers.last, number <= last {
        reader.error(
          "\"\(key)\" does not rise: \(reading.node.literal) stands after \(Int(last))",
          hint: "write sizes from small to large, each once", at: reading.place)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Lists of one law are the columns of one table.
  private mutating func checkLengths(of keys: [String], _ table: TableReading) {
    let lists = keys.compactMap { key in table[key].map { (key: key, count: $0.itemCount) } }
    guard let first = lists.first, first.count > 0 else { return }
    for list in lists where list.count != first.count && list.count > 0 {
      reader.error(
        "\"\(first.key)\" and \"\(list.key)\" differ in length: \(first.count) and \(list.count)",
        hint: "give one of \"\(list.key)\" for each of \"\(first.key)\"", at: table.place(list.key))
    }
  }
}

/// The forms that a constant belongs to, and all forms of the choice that they are of.
private struct FormOfLaw {
  let forms: [String]
  /// Nil where the constant belongs to every form.
  let known: [String]?

  init(_ forms: [String], among choices: [[String]]) {
    self.forms = forms
    known = forms.first.flatMap { form in choices.first { $0.contains(form) } }
  }
}

extension Reading {
  /// How many items were written, good or not.
  fileprivate var itemCount: Int {
    if case .list(let nodes) = node.value { nodes.count } else { 0 }
  }

  /// The number of a quantity or an integer.
  fileprivate var number: Double? {
    switch content {
    case .quantity(let value, _): value
    case .integer(let value): Double(value)
    default: nil
    }
  }
}
