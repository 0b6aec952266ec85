public import Synthesis

extension TimeTable {
  /// The summary of a run; a solid that does not dissolve lacks what refers to its solubility, and a
  /// flask without ligands their coverage.
  public init(summaryOf trajectory: Trajectory) {
    let frames = trajectory.frames
    let isSoluble = frames.contains { $0.supersaturation != nil }
    let hasLigands = frames.contains { $0.coverage != nil }
    let columns = trajectory.summaryColumns.filter {
      (isSoluble || !Self.relativeToSolubility.contains($0.name))
        && (hasLigands || $0.name != "coverage")
    }
    self.init(
      times: frames.map(\.time),
      columns: columns.map { column in
        Column(
          name: column.name, unit: column.unit, longName: column.longName,
          values: frames.map { frame in column.value(frame).flatMap { $0.isFinite ? $0 : nil } })
      })
  }

  /// The concentration of every species, under its name.
  public init(speciesOf trajectory: Trajectory) {
    self.init(
      times: trajectory.frames.map(\.time),
      columns: trajectory.speciesNames.enumerated().map { index, name in
        Column(
          name: name, unit: "mol/m^3", longName: "concentration of \(name)",
          values: trajectory.frames.map { $0.species[index] })
      })
  }

  /// Everything that sweeps keep against time: the summary, and every other species than the
  /// solute, which the summary has.
  public init(curvesOf trajectory: Trajectory) {
    self.init(summaryOf: trajectory)
    let species = TimeTable(speciesOf: trajectory).columns.filter { $0.name != "solute" }
    columns += species.map { column in
      Column(
        name: "concentration_\(column.name)", unit: column.unit, longName: column.longName,
        values: column.values)
    }
  }

  /// Names of the columns that an insoluble solid does not have.
  private static let relativeToSolubility: Set = [
    "supersaturation", "critical_radius", "relative_radius",
  ]
}
