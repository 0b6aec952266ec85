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
      waiting: try group("waiting").timeTable())
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
