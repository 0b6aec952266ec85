public import Synthesis

extension RunResult {
  /// The result of a run that has just ended.
  public init(title: String, trajectory: Trajectory, process: RunProcess) {
    let times = trajectory.frames.map(\.time)
    self.init(
      title: title, summary: Self.summary(of: trajectory.frames),
      species: TimeTable(times: times, columns: Self.species(of: trajectory)),
      sizes: SizeTable(
        times: times, edges: trajectory.distributions.edges,
        radiusEdges: trajectory.distributions.radii, numbers: trajectory.distributions.numbers,
        units: trajectory.distributions.units),
      everySize: trajectory.everySize, statistics: trajectory.statistics,
      interruption: trajectory.interruption, process: process)
  }

  /// Names of the columns that an insoluble solid does not have.
  private static let relativeToSolubility: Set = ["supersaturation", "critical_radius"]

  private static func summary(of frames: [Frame]) -> TimeTable {
    let isSoluble = frames.contains { $0.supersaturation != nil }
    let columns = SummaryColumn.all.filter {
      isSoluble || !relativeToSolubility.contains($0.name)
    }
    return TimeTable(
      times: frames.map(\.time),
      columns: columns.map { column in
        TimeTable.Column(
          name: column.name, unit: column.unit, longName: column.longName,
          values: frames.map { frame in column.value(frame).flatMap { $0.isFinite ? $0 : nil } })
      })
  }

  private static func species(of trajectory: Trajectory) -> [TimeTable.Column] {
    trajectory.speciesNames.enumerated().map { index, name in
      TimeTable.Column(
        name: name, unit: "mol/m^3", longName: "concentration of \(name)",
        values: trajectory.frames.map { $0.species[index] })
    }
  }
}
