import Units

extension ExperimentDecoder {
  /// One series of measurements.
  mutating func series(_ table: TableReading, number: Int) -> FitSeries? {
    guard let kind = FitSeries.Kind(rawValue: table.text("kind") ?? ""),
      let files = files(of: table)
    else { return nil }
    checkKeys(of: table, kind)
    let bins = bins(table, kind)
    guard let range = range(of: table, kind), let during = span(of: table) else { return nil }
    return FitSeries(
      name: table.text("name") ?? "\(kind.rawValue) \(number + 1)", kind: kind, files: files,
      times: table.text("times"), timePattern: table.text("time_pattern"),
      timeShift: table.quantity("time_shift") ?? 0, timeUnit: table.text("time_unit"),
      abscissaUnit: table.text("x_unit"),
      ordinateUnit: table.text("y_unit"), quantity: table.text("quantity"), range: range,
      during: during, every: table.integer("every") ?? 1,
      scale: table.number("scale").map { .fixed($0) }
        ?? (table.text("scale") == "frames" ? .frames : .fitted),
      background: FitSeries.Background(rawValue: table.text("background") ?? "") ?? .none,
      precursorRadius: table.quantity("precursor_radius"),
      relativeError: table.number("relative_error") ?? 0,
      absoluteError: table.number("absolute_error") ?? 0, bins: bins,
      overrides: table.named("set").map {
        FitOverride(path: $0.name, value: $0.value.node.plainText)
      })
  }

  private func files(of table: TableReading) -> [String]? {
    switch table["file"]?.content {
    case .text(let name): [name]
    case .list(let names):
      names.compactMap { if case .text(let name) = $0.content { name } else { nil } }
    default: nil
    }
  }

  /// Keys that mean nothing for a kind of data, and those that it lacks.
  private mutating func checkKeys(of table: TableReading, _ kind: FitSeries.Kind) {
    let own: [(key: String, kinds: [FitSeries.Kind])] = [
      ("q", [.saxs]), ("precursor_radius", [.saxs]), ("wavelength", [.absorption]),
      ("quantity", [.quantity]), ("bins", [.tem]), ("time_pattern", [.saxs, .absorption]),
      ("times", [.saxs, .absorption]), ("time_unit", [.quantity, .tem]),
      ("x_unit", [.saxs, .absorption]),
    ]
    for (key, kinds) in own where table.has(key) && !kinds.contains(kind) {
      reader.error(
        "\"\(key)\" means nothing for \(kind.rawValue) data", hint: "leave it out",
        at: table.place(key))
    }
    checkDefaults(of: table, kind)
    if kind == .quantity, !table.has("quantity") {
      reader.error(
        "the data needs \"quantity\": what of the summary it is",
        hint: "for example quantity = \"radius_mean\", or the name of a species", at: table.place)
    }
  }

  /// Keys that a kind of data leaves at their defaults.
  private mutating func checkDefaults(of table: TableReading, _ kind: FitSeries.Kind) {
    var astray: [String] = []
    let hasBackground = (table.text("background") ?? "none") != "none"
    if hasBackground, kind == .tem || kind == .quantity { astray.append("background") }
    if kind == .tem {
      astray += ["relative_error", "absolute_error"].filter { (table.number($0) ?? 0) > 0 }
      if table.number("scale") != nil || table.text("scale") == "frames" { astray.append("scale") }
    }
    if kind == .quantity, table.text("scale") == "frames" { astray.append("scale") }
    for key in astray {
      reader.error(
        "\"\(key)\" has no other than its default for \(kind.rawValue) data", hint: "leave it out",
        at: table.place(key))
    }
  }

  private mutating func bins(_ table: TableReading, _ kind: FitSeries.Kind) -> FitBins? {
    guard kind == .tem else { return nil }
    guard let bins = table.table("bins"), let first = bins.quantity("from"),
      let last = bins.quantity("to"), let width = bins.quantity("width")
    else {
      reader.error(
        "diameters of single particles are compared in bins",
        hint: "for example bins = { from = \"1.4 nm\", to = \"4.1 nm\", width = \"0.1 nm\" }",
        at: table.place)
      return nil
    }
    let count = (last - first) / width
    guard count >= 1, abs(count - count.rounded()) < 1e-6 * count else {
      reader.error(
        "the bins do not fill from \(Dimension.length.format(first)) to "
          + Dimension.length.format(last),
        hint: "choose a width that divides the range", at: bins.place)
      return nil
    }
    return FitBins(first: first, last: last, width: width)
  }

  /// The part of the abscissa that counts; nil where it is empty, which is told.
  private mutating func range(
    of table: TableReading, _ kind: FitSeries.Kind
  ) -> ClosedRange<Double>? {
    let part = table.table(kind == .absorption ? "wavelength" : "q")
    let (from, to) = (part?.quantity("from") ?? 0, part?.quantity("to") ?? .infinity)
    guard from < to else {
      reader.error("nothing lies in this range", at: part?.place ?? table.place)
      return nil
    }
    return from...to
  }

  private mutating func span(of table: TableReading) -> ClosedRange<Double>? {
    let (from, to) = (table.quantity("from") ?? -.infinity, table.quantity("to") ?? .infinity)
    guard from <= to else {
      reader.error("the data ends before it begins", at: table.place("to"))
      return nil
    }
    return from...to
  }
}
