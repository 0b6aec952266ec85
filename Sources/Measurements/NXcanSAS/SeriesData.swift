import HDF5Files

/// A series as one group: I[t, q] with its axes, which are HDF5 dimension scales.
struct SeriesData {
  let series: MeasuredSeries

  private var frames: [MeasuredFrame] { series.frames }
  private var width: Int { frames.first?.q.count ?? 0 }
  private var shape: [Int] { [frames.count, width] }
  private var intensityFactor: Double { series.intensityUnit == .absolute ? 100 : 1 }
  private static let perNanometre = 1e9

  /// Whether q, and its resolution where there is one, are the same in all frames.
  private var sharesQ: Bool {
    series.sharedQ != nil && frames.allSatisfy { $0.resolution == frames[0].resolution }
  }

  func write(into data: consuming HDF5Group) throws(HDF5Error) {
    var indices: [String: HDF5Attribute] = [
      "Q": .integers(sharesQ ? [1] : [0, 1]), "Time": .integers([0]),
    ]
    if series.isMasked { indices["Mask"] = .integers([0, 1]) }
    if series.hasTemperatures { indices["Temperature"] = .integers([0]) }
    try data.becomeSASdata(axes: ["Time", "Q"], indices: indices)
    // silx wants one name of uncertainties an axis, where the signal has any.
    if series.hasDeviations { try data.set("uncertainties", to: .strings(["", ""])) }
    if series.isMasked { try data.set("mask", to: "Mask") }
    let time = try data.write(series.times, as: "Time")
    try time.set("units", to: "s")
    try time.becomeScale(named: "Time")
    let along = try writeQ(into: data, time: time)
    try writeTables(into: data, time: time, along: along)
    try writeFrameColumns(into: data, time: time)
  }

  /// Writes q and gives back the scale that runs along points.
  private func writeQ(
    into data: borrowing HDF5Group, time: borrowing HDF5Dataset
  ) throws(HDF5Error) -> HDF5Dataset {
    if sharesQ {
      let q = try data.write(frames[0].q.map { $0 / Self.perNanometre }, as: "Q")
      try q.set("units", to: "1/nm")
      try q.becomeScale(named: "Q")
      if let resolution = frames[0].resolution {
        let written = try data.write(resolution.map { $0 / Self.perNanometre }, as: "Qdev")
        try written.set("units", to: "1/nm")
        try written.attach(q, toDimension: 0)
        try Self.describeResolution(of: q)
      }
      return q
    }
    let point = try data.write((0..<Int64(width)).map { $0 }, as: "Point")
    try point.set("long_name", to: "number of the point in its frame")
    try point.becomeScale(named: "Point")
    let q = try table("Q", unit: "1/nm", in: data, time: time, along: point) { frame in
      frame.q.map { $0 / Self.perNanometre }
    }
    if series.hasResolutions {
      _ = try table("Qdev", unit: "1/nm", in: data, time: time, along: point) { frame in
        (frame.resolution ?? []).map { $0 / Self.perNanometre }
      }
      try Self.describeResolution(of: q)
    }
    return point
  }

  private static func describeResolution(of q: borrowing HDF5Dataset) throws(HDF5Error) {
    try q.set("resolutions", to: "Qdev")
    try q.set("resolutions_description", to: "Gaussian")
  }

  private func writeTables(
    into data: borrowing HDF5Group, time: borrowing HDF5Dataset, along: borrowing HDF5Dataset
  ) throws(HDF5Error) {
    let unit = series.intensityUnit.spelling
    let factor = intensityFactor
    let intensity = try table("I", unit: unit, in: data, time: time, along: along) { frame in
      frame.intensity.map { $0 / factor }
    }
    if series.hasDeviations {
      _ = try table("Idev", unit: unit, in: data, time: time, along: along) { frame in
        (frame.deviation ?? []).map { $0 / factor }
      }
      try intensity.set("uncertainties", to: "Idev")
      try data.link("Idev", as: "I_errors")
    }
    guard series.isMasked else { return }
    let mask = try data.write(
      frames.flatMap { $0.masks.map(\.rawValue) }, shape: shape, as: "Mask")
    try PointMask.explain(mask)
    try mask.attach(time, toDimension: 0)
    try mask.attach(along, toDimension: 1)
  }

  private func writeFrameColumns(
    into data: borrowing HDF5Group, time: borrowing HDF5Dataset
  ) throws(HDF5Error) {
    if series.hasTemperatures {
      let temperature = try data.write(frames.compactMap(\.temperature), as: "Temperature")
      try temperature.set("units", to: "K")
      try temperature.attach(time, toDimension: 0)
    }
    let names = try data.write(frames.map(\.name), as: "Frame")
    try names.set("long_name", to: "what each frame was read from")
    try names.attach(time, toDimension: 0)
  }

  private func table(
    _ name: String, unit: String, in data: borrowing HDF5Group, time: borrowing HDF5Dataset,
    along: borrowing HDF5Dataset, row: (MeasuredFrame) -> [Double]
  ) throws(HDF5Error) -> HDF5Dataset {
    let table = try data.makeDataset(name, of: .double, shape: shape, rowsPerChunk: 1)
    for (index, frame) in frames.enumerated() {
      try table.write(row(frame), rows: index..<index + 1)
    }
    try table.set("units", to: .string(unit))
    try table.attach(time, toDimension: 0)
    try table.attach(along, toDimension: 1)
    return table
  }
}
