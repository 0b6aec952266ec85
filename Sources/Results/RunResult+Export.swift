/// The tables of a result that can be exported.
public enum ResultPart: String, Sendable, CaseIterable {
  case summary
  case species
  case psd
}

extension RunResult {
  /// A part of the result as a table.
  public func table(of part: ResultPart) -> CSVTable {
    switch part {
    case .summary: CSVTable(summary)
    case .species: CSVTable(species)
    case .psd: CSVTable(sizes)
    }
  }
}

extension CSVTable {
  /// One row a time.
  public init(_ table: TimeTable) {
    self.init(
      columns: [("time", "s", table.times.map { $0 })]
        + table.columns.map { ($0.name, $0.unit, $0.values) })
  }

  /// One row a time and bin.
  public init(_ sizes: SizeTable) {
    let radii = sizes.radii
    let densities = sizes.densities
    let edges = sizes.radiusEdges
    self.init(
      header: [
        "time [s]", "radius [nm]", "radius_from [nm]", "radius_to [nm]", "number [1/m^3]",
        "number_density [1/(m^3 nm)]", "units [mol/m^3]",
      ],
      rows: sizes.times.indices.flatMap { time in
        radii.indices.map { bin in
          [
            sizes.times[time], radii[bin], edges[bin], edges[bin + 1], sizes.numbers[time][bin],
            densities[time][bin], sizes.units[time][bin],
          ].map(Self.field)
        }
      })
  }
}
