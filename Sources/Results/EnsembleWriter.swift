import HDF5Files

/// Writes replicates and dopants.
struct EnsembleWriter {
  let ensemble: EnsembleResult

  func write(into entry: borrowing HDF5Group) throws(HDF5Error) {
    try writeReplicates(into: entry.makeGroup("monte_carlo"))
    guard !ensemble.dopants.isEmpty else { return }
    let group = try entry.makeGroup("dopants")
    try group.set("NX_class", to: "NXcollection")
    for dopant in ensemble.dopants { try write(dopant, into: group.makeGroup(dopant.name)) }
  }

  private func writeReplicates(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.writeNote(ensemble.method, as: "method", longName: "how events were drawn")
    try group.writeNote(
      ensemble.assumption, as: "assumption", longName: "what the method takes for granted")
    try group.writeNote(
      ensemble.randomStream, as: "random_stream", longName: "what random numbers came from")
    let axis = try group.write(ensemble.courses, drawing: "number")
    for column in ensemble.replicates { try group.writeColumn(column, along: axis) }
    try group.makeGroup("waiting").write(ensemble.waiting, drawing: "without_crystal")
    for statistic in ensemble.statistics {
      try group.makeGroup(statistic.name).write(statistic.table, drawing: "number")
    }
    try group.makeGroup("quantiles").write(ensemble.quantiles, drawing: "number")
    if let histories = ensemble.histories {
      try write(histories, into: group.makeGroup("histories"))
    }
  }

  private func write(
    _ histories: CrystalHistories, into group: consuming HDF5Group
  ) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let count = histories.radii.count
    let crystal = try group.writeAxis(
      "crystal", unit: "1", longName: "number of the crystal",
      values: (0..<count).map(Double.init))
    let columns = [
      ("replicate", "1", "replicate of the crystal", histories.replicates),
      ("birth_time", "s", "when the crystal was born as a particle", histories.birthTimes),
      ("radius", "nm", "radius of the crystal", histories.radii),
    ]
    for (name, unit, longName, values) in columns {
      try group.writeColumn(
        TimeTable.Column(name: name, unit: unit, longName: longName, values: values), along: crystal
      )
    }
    guard !histories.stageRadii.isEmpty, count > 0 else { return }
    let stages = histories.stageRadii.count
    let stage = try group.writeAxis(
      "stage", unit: "1",
      longName: "stage of the recipe, which an injection or the end of one ends",
      values: (0..<stages).map(Double.init))
    let values = (0..<count).flatMap { crystal in
      histories.stageRadii.map { $0[crystal] }
    }
    let dataset = try group.write(
      values, shape: [count, stages], missing: .nan, as: "stage_radius")
    try dataset.describe(
      unit: "nm",
      longName: "radius of the crystal at the end of a stage, less what dissolved since")
    try dataset.set("_FillValue", to: .number(.nan))
    try dataset.attach(crystal.scale, toDimension: 0)
    try dataset.attach(stage.scale, toDimension: 1)
  }

  private func write(_ dopant: DopantResult, into group: consuming HDF5Group) throws(HDF5Error) {
    try group.write(dopant.table, drawing: "single")
    try group.makeGroup("counts").write(dopant.counts, drawing: "share")
    try group.makeGroup("deep").write(dopant.deep, drawing: "deep_single")
    try group.makeGroup("depths").write(dopant.depths, drawing: "share")
  }
}

extension HDF5Group {
  /// What replicates have beside their mean.
  func ensemble() throws(HDF5Error) -> EnsembleResult {
    let courses = try timePlane(along: "replicate")
    let own = Set(courses.columns.map(\.name)).union(["time", "replicate"])
    var columns: [TimeTable.Column] = []
    // Beside the times there is nothing else of one dimension than what replicates have.
    for column in try timeTable().columns where !own.contains(column.name) {
      columns.append(column)
    }
    var statistics: [EnsembleResult.Statistic] = []
    for name in ["mean", "sd", "standard_error", "count"] {
      let table = try group(name).timeTable()
      statistics.append(EnsembleResult.Statistic(name: name, table: table))
    }
    return EnsembleResult(
      method: try text("method"), assumption: try text("assumption"),
      randomStream: try text("random_stream"), courses: courses, replicates: columns,
      statistics: statistics, quantiles: try group("quantiles").timePlane(along: "quantile"),
      waiting: try group("waiting").timeTable(),
      histories: try contains("histories") ? group("histories").histories() : nil)
  }

  private func histories() throws(HDF5Error) -> CrystalHistories {
    var stages: [[Double]] = []
    if try contains("stage_radius") {
      let count = try dataset("stage").numbers().count
      let values = try dataset("stage_radius").numbers()
      stages = (0..<count).map { stage in
        stride(from: stage, to: values.count, by: count).map { values[$0] }
      }
    }
    return CrystalHistories(
      replicates: try dataset("replicate").numbers(),
      birthTimes: try dataset("birth_time").numbers(), radii: try dataset("radius").numbers(),
      stageRadii: stages)
  }

  /// The dopants of one kind.
  func dopant(named name: String) throws(HDF5Error) -> DopantResult {
    DopantResult(
      name: name, table: try timeTable(),
      counts: try group("counts").timePlane(along: "dopants"),
      deep: try group("deep").timePlane(along: "least_depth"),
      depths: try group("depths").timePlane(along: "depth"))
  }
}
