import HDF5Files

/// Writes a series in the layout of NXcanSAS that its validators and readers all take.
public struct NXcanSASWriter {
  let series: MeasuredSeries
  let layout: SeriesLayout
  /// For programs that know no masks: masked points are then not written.
  let leavesOutMasked: Bool
  let version: String

  public init(
    _ series: MeasuredSeries, layout: SeriesLayout, leavesOutMasked: Bool = false,
    version: String = ""
  ) {
    self.series = series
    self.layout = layout
    self.leavesOutMasked = leavesOutMasked
    self.version = version
  }

  /// Writes the file, which is whole or not there.
  public func write(to path: String) throws(MeasurementsError) {
    guard !series.frames.isEmpty else {
      throw MeasurementsError(DataFault(file: path, message: "there is no frame to write"))
    }
    guard layout == .frames || !leavesOutMasked, layout == .frames || series.isRectangular else {
      throw MeasurementsError(
        DataFault(
          file: path, message: "frames with different numbers of points make no table I(t, q)",
          hint: "--layout frames writes one entry a frame"))
    }
    do throws(HDF5Error) {
      let draft = try HDF5Draft(creating: path)
      try write(into: draft.root())
      try draft.publish()
    } catch {
      throw MeasurementsError(error, in: path)
    }
  }

  private func write(into root: consuming HDF5Group) throws(HDF5Error) {
    try root.set("NX_class", to: "NXroot")
    try root.set("default", to: .string(layout == .frames ? Self.name(0) : "series"))
    try root.set("creator", to: "qdsynth")
    if !version.isEmpty { try root.set("creator_version", to: .string(version)) }
    if layout != .frames {
      let entry = try entry("series", title: series.title, run: series.title, in: root)
      try SeriesData(series: series).write(into: entry.makeGroup("sasdata"))
      try writeProcess(into: entry)
    }
    guard layout != .series else { return }
    for (index, frame) in series.frames.enumerated() {
      let title = "t = \(Self.short(frame.time)) s"
      let entry = try entry(Self.name(index), title: title, run: frame.name, in: root)
      try FrameData(frame: frame, unit: series.intensityUnit, leavesOutMasked: leavesOutMasked)
        .write(into: entry.makeGroup("sasdata"))
      if let temperature = frame.temperature {
        try writeSample(frame.name, temperature, into: entry)
      }
      if index == 0, layout == .frames { try writeProcess(into: entry) }
    }
  }

  static func name(_ index: Int) -> String {
    let digits = "\(index)"
    return "frame" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whole seconds without a point.
  private static func short(_ time: Double) -> String {
    time == time.rounded() && abs(time) < 1e15 ? "\(Int(time))" : "\(time)"
  }

  private func entry(
    _ name: String, title: String, run: String, in root: borrowing HDF5Group
  ) throws(HDF5Error) -> HDF5Group {
    let entry = try root.makeGroup(name)
    try entry.set("NX_class", to: "NXentry")
    try entry.set("canSAS_class", to: "SASentry")
    try entry.set("version", to: "1.1")
    try entry.set("default", to: "sasdata")
    try entry.write("NXcanSAS", as: "definition")
    try entry.write(title.isEmpty ? name : title, as: "title")
    try entry.write(run.isEmpty ? name : run, as: "run")
    return entry
  }

  private func writeProcess(into entry: borrowing HDF5Group) throws(HDF5Error) {
    let process = try entry.makeGroup("sasprocess")
    try process.set("NX_class", to: "NXprocess")
    try process.set("canSAS_class", to: "SASprocess")
    try process.write(version.isEmpty ? "qdsynth" : "qdsynth \(version)", as: "name")
    try process.write(series.history.joined(separator: "\n"), as: "description")
  }

  private func writeSample(
    _ name: String, _ temperature: Double, into entry: borrowing HDF5Group
  ) throws(HDF5Error) {
    let sample = try entry.makeGroup("sassample")
    try sample.set("NX_class", to: "NXsample")
    try sample.set("canSAS_class", to: "SASsample")
    try sample.write(name, as: "name")
    try sample.write([temperature], shape: [], as: "temperature").set("units", to: "K")
  }
}

extension HDF5Group {
  /// Marks a group as the data of an entry.
  func becomeSASdata(axes: [String], indices: [String: HDF5Attribute]) throws(HDF5Error) {
    try set("NX_class", to: "NXdata")
    try set("canSAS_class", to: "SASdata")
    try set("signal", to: "I")
    let names: HDF5Attribute = axes.count == 1 ? .string(axes[0]) : .strings(axes)
    try set("I_axes", to: names)
    try set("axes", to: names)
    for (name, value) in indices.sorted(by: { $0.key < $1.key }) {
      try set("\(name)_indices", to: value)
    }
  }
}

extension PointMask {
  /// Says in a dataset what its numbers mean, as CF does.
  static func explain(_ dataset: borrowing HDF5Dataset) throws(HDF5Error) {
    try dataset.set("flag_values", to: .integers(allCases.map(\.rawValue)))
    try dataset.set("flag_meanings", to: .string(meanings))
    try dataset.set("long_name", to: "0 where a point is to be used, else why it is not")
  }
}
