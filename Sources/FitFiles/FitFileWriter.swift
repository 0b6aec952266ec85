import HDF5Files
import Results

/// Lays the outcome of a fit out in its file.
///
/// Every dimension has its scale in the group where it is used, as netCDF wants it.
struct FitFileWriter {
  let file: FitFile

  func write(to path: String) throws(HDF5Error) {
    let draft = try HDF5Draft(creating: path)
    let root = try draft.root()
    try writeRoot(root)
    if let samples = file.samples { try write(samples, into: root) }
    try writeFit(into: root.makeGroup("fit"))
    try writeStarts(into: root.makeGroup("starts"))
    if !file.profiles.isEmpty { try writeProfiles(into: root.makeGroup("profiles")) }
    try writeSeries(into: root.makeGroup("series"))
    try writeBands(into: root.makeGroup("bands"))
    try root.makeGroup("process").write(file.process)
    try draft.publish()
  }

  private func writeRoot(_ root: borrowing HDF5Group) throws(HDF5Error) {
    try root.set("title", to: .string(file.title))
    try root.set("format", to: .string(FitFileFormat.name))
    try root.set("format_version", to: .integer(FitFileFormat.version))
    try root.set("creator", to: .string(FitFileFormat.creator))
    let version = file.process.versions.first { $0.name == FitFileFormat.creator }
    try root.set("creator_version", to: .string(version?.value ?? ""))
    try root.set("file_time", to: .string(file.process.fileTime))
    try root.set("HDF5_Version", to: .string(HDF5Version.text))
  }

  /// The axis of the parameters.
  func writeParameters(_ group: borrowing HDF5Group) throws(HDF5Error) -> HDF5Group.Axis {
    try group.writeAxis(
      "parameter", longName: "parameter", texts: file.parameters.map(\.identifier))
  }

  // MARK: - Fit

  private func writeFit(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    let axis = try writeParameters(group)
    let texts = [
      ("name", "path of the parameter in the scenario", file.parameters.map(\.name)),
      ("unit", "unit of the parameter", file.parameters.map(\.unit)),
      (
        "scale", "how it was measured inside, linear or by its logarithm",
        file.parameters.map(\.scale)
      ),
    ]
    for (name, longName, values) in texts {
      let dataset = try group.write(values, as: name)
      try dataset.describe(unit: "", longName: longName)
      try dataset.attach(axis.scale, toDimension: 0)
    }
    let columns: [(String, String, [Double?])] = [
      ("value", "best value", file.parameters.map(\.value)),
      ("standard_error", "standard error", file.parameters.map(\.standardError)),
      ("lower", "lower bound", file.parameters.map(\.lower)),
      ("upper", "upper bound", file.parameters.map(\.upper)),
      ("start", "where the search for it began", file.parameters.map(\.start)),
    ]
    for (name, longName, values) in columns {
      try group.writeColumn(
        TimeTable.Column(
          name: name, unit: "", longName: "\(longName), each in its own unit", values: values),
        along: axis)
    }
    try writeCertainty(axis, into: group)
    try writeVerdicts(into: group)
    try group.write(OutcomeField.all, of: file.outcome)
    if let reduced = file.outcome.reducedChiSquare {
      try group.write([reduced], shape: [], as: "reduced_chi_square").describe(
        unit: "1", longName: "chi-square over points less unknowns")
    }
  }

  private func writeCertainty(
    _ axis: borrowing HDF5Group.Axis, into group: borrowing HDF5Group
  ) throws(HDF5Error) {
    let other = try group.writeAxis(
      "other", longName: "the other parameter", texts: file.parameters.map(\.identifier))
    try group.writePlane(
      file.certainty.covariance, as: "covariance", unit: "",
      longName: "covariance of two parameters, in the product of their units",
      along: axis, other)
    try group.writePlane(
      file.certainty.correlation, as: "correlation", unit: "1",
      longName: "correlation of two parameters", along: axis, other)
    let values = file.certainty.singularValues
    guard !values.isEmpty else { return }
    let place = try group.writeAxis(
      "direction", longName: "direction among the parameters", counting: values.indices)
    try group.writeColumn(
      TimeTable.Column(
        name: "singular_value", unit: "1",
        longName: "singular value of the Jacobian with columns of unit length", values: values),
      along: place)
  }

  private func writeVerdicts(into group: borrowing HDF5Group) throws(HDF5Error) {
    guard !file.verdicts.isEmpty else { return }
    let axis = try group.writeAxis(
      "verdict", longName: "what the data do not tell", texts: file.verdicts.map(\.text))
    let kind = try group.write(file.verdicts.map(\.kind), as: "verdict_kind")
    try kind.describe(unit: "", longName: "kind of verdict")
    try kind.attach(axis.scale, toDimension: 0)
  }
}
