import HDF5Files
import Results

extension FitFileWriter {
  /// The groups that ArviZ reads.
  func write(_ samples: FitFile.Samples, into root: borrowing HDF5Group) throws(HDF5Error) {
    let posterior = try root.makeGroup("posterior")
    try posterior.set("inference_library", to: .string(FitFileFormat.creator))
    let (walkers, steps) = (samples.logDensity.indices, (samples.logDensity.first ?? []).indices)
    let chain = try posterior.writeAxis("chain", longName: Self.chainText, counting: walkers)
    let draw = try posterior.writeAxis("draw", longName: "draw", counting: steps)
    for (parameter, draws) in zip(file.parameters, samples.draws) {
      try posterior.writePlane(
        draws, as: parameter.identifier, unit: parameter.unit, longName: parameter.name,
        along: chain, draw)
    }
    let statistics = try root.makeGroup("sample_stats")
    let walker = try statistics.writeAxis("chain", longName: Self.chainText, counting: walkers)
    let step = try statistics.writeAxis("draw", longName: "draw", counting: steps)
    try statistics.writePlane(
      samples.logDensity, as: "lp", unit: "1",
      longName: "logarithm of the density of the scaled parameters, but for a constant",
      along: walker, step)
    try statistics.writeColumn(
      TimeTable.Column(
        name: "acceptance_rate", unit: "1", longName: "share of moves that the walker made",
        values: samples.acceptance), along: walker)
  }

  private static let chainText = "walker of the ensemble"

  /// What came of every start, by the names of pyPESTO.
  func writeStarts(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let start = try group.writeAxis(
      "start", longName: "number of the start", counting: file.starts.map(\.index))
    let parameter = try writeParameters(group)
    let gap = [Double?](repeating: nil, count: file.parameters.count)
    try group.writePlane(
      file.starts.map(\.begin), as: "x0", unit: "",
      longName: "where the search began, each parameter in its own unit", along: start, parameter)
    try group.writePlane(
      file.starts.map { $0.end ?? gap }, as: "x", unit: "",
      longName: "where the search ended, each parameter in its own unit", along: start, parameter)
    let columns: [(String, String, [Double?])] = [
      ("fval", "chi-square after the loss, with the priors", file.starts.map(\.objective)),
      (
        "n_fval", "points at which residuals were asked", file.starts.map { Double($0.evaluations) }
      ),
      (
        "n_grad", "points at which derivatives were asked", file.starts.map { Double($0.jacobians) }
      ),
    ]
    for (name, longName, values) in columns {
      try group.writeColumn(
        TimeTable.Column(name: name, unit: "1", longName: longName, values: values), along: start)
    }
    let exit = try group.write(file.starts.map(\.exit), as: "exit")
    try exit.describe(unit: "", longName: "how the search ended")
    try exit.attach(start.scale, toDimension: 0)
  }

  func writeProfiles(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    for profile in file.profiles { try write(profile, into: group.makeGroup(profile.identifier)) }
  }

  private func write(
    _ profile: FitFile.Profile, into group: consuming HDF5Group
  ) throws(HDF5Error) {
    let own = file.parameters.first { $0.identifier == profile.identifier }
    let unit = own?.unit ?? ""
    let value = try group.writeAxis(
      "value", unit: unit, longName: own?.name ?? profile.identifier, values: profile.values)
    let parameter = try writeParameters(group)
    try group.writeColumn(
      TimeTable.Column(
        name: "rise", unit: "1", longName: "chi-square above the fit", values: profile.rises),
      along: value)
    try group.writePlane(
      profile.others, as: "values", unit: "",
      longName: "all parameters at the point, each in its own unit", along: value, parameter)
    if !profile.intervals.isEmpty {
      let threshold = try group.writeAxis(
        "threshold", unit: "1", longName: "rise in chi-square at the ends of the interval",
        values: profile.intervals.map(\.threshold))
      for (name, values) in [
        ("lower", profile.intervals.map(\.lower)), ("upper", profile.intervals.map(\.upper)),
      ] {
        try group.writeColumn(
          TimeTable.Column(
            name: name, unit: unit, longName: "\(name) end of the interval", values: values),
          along: threshold)
      }
    }
    try group.becomeData(signal: "rise", axes: ["value"])
  }
}
