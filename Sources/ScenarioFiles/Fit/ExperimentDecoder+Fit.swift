import RealModule
import Units

extension ExperimentDecoder {
  /// What `[fit]` asks for.
  mutating func fit() -> FitPlan? {
    guard let table = root.table("fit") else { return nil }
    let common = table.tables("parameter").filter { !$0.has("rivals") }
    let parameters = common.compactMap { self.parameter($0) }
    let series = table.tables("data").enumerated().compactMap { self.series($1, number: $0) }
    checkContent(of: table)
    checkNames(of: table, series)
    checkRivals(of: table)
    return FitPlan(
      method: FitPlan.Method(rawValue: table.text("method") ?? "") ?? .leastSquares,
      loss: FitPlan.Loss(rawValue: table.text("loss") ?? "") ?? .none,
      lossScale: table.number("loss_scale") ?? 1, starts: table.integer("starts") ?? 1,
      seed: table.integer("seed") ?? 1, profiles: table.flag("profiles") ?? false,
      samples: table.integer("samples") ?? 0,
      predictions: table.integer("predictions") ?? 200, parameters: parameters, series: series)
  }

  private mutating func checkContent(of table: TableReading) {
    if table.tables("parameter").isEmpty {
      reader.error(
        "the fit looks for nothing",
        hint: "add [[fit.parameter]] with a path and its bounds, from and to", at: table.place)
    }
    if table.tables("data").isEmpty {
      reader.error(
        "the fit has nothing to compare with",
        hint: "add [[fit.data]] with the file of a series", at: table.place)
    }
    var seen: Set<String> = []
    for parameter in table.tables("parameter") where !parameter.has("rivals") {
      guard let path = parameter.text("path"), !seen.insert(path).inserted else { continue }
      reader.error(
        "\"\(path)\" is looked for twice", hint: "leave one of them out",
        at: parameter.place("path"))
    }
  }

  private mutating func checkNames(of table: TableReading, _ series: [FitSeries]) {
    let tables = table.tables("data")
    // Where one is refused, the others no longer stand beside their tables.
    guard series.count == tables.count else { return }
    var names: Set<String> = []
    for (data, name) in zip(tables, series.map(\.name)) where !names.insert(name).inserted {
      reader.error(
        "two series are called \"\(name)\"", hint: "give each a \"name\" of its own",
        at: data.place("name"))
    }
  }

  private mutating func checkRivals(of table: TableReading) {
    var names: Set<String> = []
    for rival in table.tables("rival") {
      guard let name = rival.text("name"), !names.insert(name).inserted else { continue }
      reader.error("two rivals are called \"\(name)\"", at: rival.place("name"))
    }
    for parameter in table.tables("parameter") {
      for entry in parameter.list("rivals") ?? [] {
        guard case .text(let name) = entry.content, !names.contains(name) else { continue }
        reader.error(
          "no rival is called \"\(name)\"",
          hint: names.isEmpty
            ? "add [[fit.rival]] with this name"
            : "known: " + names.sorted().joined(separator: ", "),
          at: entry.place)
      }
    }
  }

  // MARK: - Parameters

  private mutating func parameter(_ table: TableReading) -> FitPlan.Parameter? {
    guard let path = table.text("path"), let from = measured(table["from"], nil),
      let to = measured(table["to"], from.unit)
    else { return nil }
    guard from.value < to.value else {
      reader.error(
        "the lower bound \(from.text) is not below the upper one, \(to.text)",
        at: table.place("from"))
      return nil
    }
    let isLogarithmic = table.text("scale") != "linear"
    guard !isLogarithmic || from.value > 0 else {
      reader.error(
        "a logarithmic scale has no \(from.text)",
        hint: "give a lower bound above zero, or scale = \"linear\"", at: table.place("from"))
      return nil
    }
    guard let start = start(of: table, path: path, in: from.unit) else { return nil }
    guard (from.value...to.value).contains(start.value) else {
      reader.error(
        "the fit would start at \(start.text), outside of its bounds, \(from.text) to \(to.text)",
        hint: "widen the bounds, or give a \"start\" between them",
        at: table.place(table.has("start") ? "start" : "from"))
      return nil
    }
    return FitPlan.Parameter(
      path: path, unit: from.unit, lower: from.value, upper: to.value, start: start.value,
      isLogarithmic: isLogarithmic, prior: prior(table.table("prior"), in: from.unit))
  }

  private mutating func start(
    of table: TableReading, path: String, in unit: String
  ) -> MeasuredNumber? {
    if table.has("start") { return measured(table["start"], unit) }
    do throws(ScenarioError) {
      let place = table.place("path")
      if let node = root.node(at: try KeyPathText(path, at: place).steps[...]) {
        return measured(node, unit, at: place)
      }
      reader.error(
        "the scenario has no value at \"\(path)\" to start from",
        hint: "give a \"start\", or write the value into the scenario", at: place)
    } catch {
      reader.add(error.diagnostics)
    }
    return nil
  }

  private mutating func prior(
    _ table: TableReading?, in unit: String
  ) -> FitPlan.Parameter.Prior? {
    guard let table else { return nil }
    let (isNormal, isLogNormal) = (
      table.has("mean") || table.has("sd"), table.has("median") || table.has("factor")
    )
    guard !(isNormal && isLogNormal) else {
      reader.error(
        "a prior is either normal or log-normal",
        hint: "give mean and sd, or median and factor", at: table.place)
      return nil
    }
    if let mean = measured(table["mean"], unit), let sd = measured(table["sd"], unit, isStep: true)
    {
      guard sd.value > 0 else {
        reader.error("a prior needs a spread above zero", at: table.place("sd"))
        return nil
      }
      return .normal(mean: mean.value, sd: sd.value)
    }
    if let median = measured(table["median"], unit), let factor = table.number("factor") {
      guard median.value > 0, factor > 1 else {
        reader.error(
          "a log-normal prior needs a median above zero and a factor above 1",
          at: table.place("median"))
        return nil
      }
      return .lognormal(median: median.value, sigma: Double.log(factor))
    }
    reader.error(
      "a prior has a mean and its sd, or a median and a factor",
      hint: "for example { median = \"0.1 J/m^2\", factor = 1.5 }", at: table.place)
    return nil
  }

  // MARK: - Values with units

  private mutating func measured(
    _ reading: Reading?, _ unit: String?, isStep: Bool = false
  ) -> MeasuredNumber? {
    guard let reading else { return nil }
    return measured(reading.node, unit, at: reading.place, isStep: isStep)
  }

  /// A number in a unit; in its own where none is given.
  private mutating func measured(
    _ node: Node, _ unit: String?, at place: Place, isStep: Bool = false
  ) -> MeasuredNumber? {
    do throws(UnitsError) {
      if let number = try MeasuredNumber(node, in: unit, isStep: isStep) { return number }
      reader.error(
        "a number is needed", hint: "for example \"0.1 J/m^2\"", at: place)
    } catch {
      reader.error(error.description, hint: error.hint, at: place)
    }
    return nil
  }
}
