extension ExperimentDecoder {
  /// The design of `[sweep]`.
  mutating func sweep() -> SweepPlan? {
    guard let table = root.table("sweep"),
      let design = SweepPlan.Design(rawValue: table.text("design") ?? "")
    else { return nil }
    var axes: [SweepPlan.Axis] = []
    for entry in table.tables("axis") {
      if let axis = axis(entry, in: design) { axes.append(axis) }
    }
    checkSize(of: axes, design, table)
    return SweepPlan(
      design: design, axes: axes, samples: table.integer("samples"),
      secondOrder: table.flag("second_order") ?? false,
      replicates: table.integer("replicates") ?? 1, seed: table.integer("seed") ?? 1,
      keep: SweepPlan.Keep(rawValue: table.text("keep") ?? "") ?? .values,
      batch: batch(table.table("batch")))
  }

  private mutating func axis(_ table: TableReading, in design: SweepPlan.Design)
    -> SweepPlan.Axis?
  {
    guard let path = table.text("path") else { return nil }
    let hasRange = table.has("from") || table.has("to")
    if let values = table["values"] {
      if hasRange {
        reader.error(
          "an axis has values or a range, not both", hint: "leave one of them out",
          at: table.place(table.has("from") ? "from" : "to"))
      }
      let texts = (table.list("values") ?? []).map(\.node.plainText)
      if texts.isEmpty { reader.error("the axis has no values", at: values.place) }
      return SweepPlan.Axis(path: path, levels: .values(texts))
    }
    guard let from = table["from"], let to = table["to"] else {
      reader.error(
        "the axis has no values", hint: "give values = [...], or from, to and count",
        at: table.place)
      return nil
    }
    if table.integer("count") == nil, design == .grid || design == .zip {
      reader.error("a range needs \"count\"", hint: "for example count = 5", at: from.place)
    }
    return SweepPlan.Axis(
      path: path,
      levels: .range(
        from: from.node.plainText, to: to.node.plainText, count: table.integer("count"),
        isLogarithmic: table.text("scale") == "log"))
  }

  private mutating func checkSize(
    of axes: [SweepPlan.Axis], _ design: SweepPlan.Design, _ table: TableReading
  ) {
    if design == .list {
      if !table.has("file") {
        reader.error(
          "a sweep over a list needs \"file\"", hint: "for example file = \"points.csv\"",
          at: table.place("design"))
      }
      return
    }
    if table.tables("axis").isEmpty {
      reader.error(
        "the sweep is empty: it has no axis",
        hint: "add [[sweep.axis]] with a path and its values", at: table.place)
    }
    if [.latinHypercube, .sobol, .saltelli].contains(design), !table.has("samples") {
      reader.error(
        "a \(design.rawValue) design needs \"samples\"", hint: "for example samples = 64",
        at: table.place("design"))
    }
    if design == .zip { checkLengths(of: axes, table) }
    if design == .saltelli { checkBlocks(table) }
    if design != .saltelli, table.has("second_order") {
      reader.error(
        "\"second_order\" belongs to design = \"saltelli\"", hint: "leave it out",
        at: table.place("second_order"))
    }
  }

  /// A Sobol sequence fills space evenly in powers of two.
  private mutating func checkBlocks(_ table: TableReading) {
    guard let samples = table.integer("samples"), samples < 2 || samples & (samples - 1) != 0
    else { return }
    let (below, above) = SweepPlan.powersOfTwo(around: samples)
    reader.error(
      "\"samples\" of a saltelli design is a power of two, not \(samples)",
      hint: "for example samples = \(below) or samples = \(above)", at: table.place("samples"))
  }

  private mutating func checkLengths(of axes: [SweepPlan.Axis], _ table: TableReading) {
    let counts = axes.map { axis in
      switch axis.levels {
      case .values(let values): values.count
      case .range(_, _, let count, _): count ?? 0
      }
    }
    guard let first = counts.first, counts.contains(where: { $0 != first }) else { return }
    let told = zip(axes, counts).map { "\($0.path) has \($1)" }.joined(separator: ", ")
    reader.error(
      "zipped axes need as many values each", hint: told, at: table.place("design"))
  }
}

extension Node {
  /// The value as an override takes it: a text bare, all else as TOML.
  var plainText: String {
    if case .string(let text) = value { text } else { literal }
  }
}
