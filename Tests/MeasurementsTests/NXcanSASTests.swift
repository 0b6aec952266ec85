import HDF5Files
import Testing

@testable import Measurements

@Suite struct `NXcanSAS` {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func close(_ a: [Double], _ b: [Double]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-14 * abs($1) }
  }

  private func expectSame(_ read: MeasuredSeries, _ written: MeasuredSeries) {
    #expect(read.intensityUnit == written.intensityUnit)
    #expect(read.times == written.times)
    #expect(read.frames.map(\.masks) == written.frames.map(\.masks))
    #expect(read.frames.map(\.temperature) == written.frames.map(\.temperature))
    for (a, b) in zip(read.frames, written.frames) {
      #expect(close(a.q, b.q) && close(a.intensity, b.intensity))
      #expect(close(a.deviation ?? [], b.deviation ?? []))
      #expect(close(a.resolution ?? [], b.resolution ?? []))
    }
  }

  @Test(arguments: SeriesLayout.allCases, [true, false])
  func `comes back as it was written, and is good`(layout: SeriesLayout, sharesQ: Bool) throws {
    let series = exampleSeries(sharesQ: sharesQ)
    let path = scratch.path("a.h5")
    try NXcanSASWriter(series, layout: layout).write(to: path)
    let read = try #require(try SeriesImport(file: path).series)
    expectSame(read, series)
    if layout != .frames { #expect(read.frames.map(\.name) == ["f0", "f1", "f2"]) }
    #expect(try NXcanSASCheck(file: path).findings == [])
  }

  @Test func `keeps ragged frames apart`() throws {
    var series = exampleSeries()
    series.frames[2] = MeasuredFrame(
      name: "short", time: 20, temperature: 340, q: [1e8, 2e8], intensity: [5, 6],
      deviation: [1, 1],
      resolution: [1, 1])
    let path = scratch.path("a.h5")
    try NXcanSASWriter(series, layout: .frames).write(to: path)
    expectSame(try #require(try SeriesImport(file: path).series), series)
    #expect(throws: MeasurementsError.self) {
      try NXcanSASWriter(series, layout: .series).write(to: path)
    }
  }

  @Test func `for programs without masks leaves masked points out`() throws {
    let path = scratch.path("a.h5")
    try NXcanSASWriter(exampleSeries(), layout: .frames, leavesOutMasked: true).write(to: path)
    let root = try HDF5File(reading: path).root()
    #expect(try root.dataset("frame0000/sasdata/Q").count == 4)
    #expect(try root.dataset("frame0001/sasdata/Q").count == 3)
    #expect(try root.contains("frame0001/sasdata/Mask") == false)
  }

  // MARK: - What others write

  /// A file with one entry, whose attributes and datasets a test may write as it likes.
  private func file(
    entry: [String: HDF5Attribute] = ["NX_class": "NXentry", "canSAS_class": "SASentry"],
    data: [String: HDF5Attribute], _ body: (borrowing HDF5Group) throws(HDF5Error) -> Void
  ) throws -> String {
    let path = scratch.path("other.h5")
    let draft = try HDF5Draft(creating: path)
    let group = try draft.root().makeGroup("entry")
    for (name, value) in entry { try group.set(name, to: value) }
    let inner = try group.makeGroup("data")
    for (name, value) in data { try inner.set(name, to: value) }
    try body(inner)
    try draft.publish()
    return path
  }

  private static let canSAS: [String: HDF5Attribute] = [
    "canSAS_class": "SASdata", "signal": "I", "I_axes": "Q", "Q_indices": .integers([0]),
  ]

  private func curve(_ path: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws
    -> MeasuredSeries
  {
    var options = ImportOptions()
    options.times = .steps(start: 0, step: 1)
    change(&options)
    return try #require(try SeriesImport(reading: [path], options: options).series)
  }

  @Test(
    arguments: [
      ["canSAS_class": "SASdata", "signal": "I", "I_axes": "Q", "Q_indices": .integers([0])],
      [
        "canSAS_class": .strings(["SASdata"]), "signal": .strings(["I"]), "I_axes": .strings(["Q"]),
      ],
      ["SAS_class": "SASdata", "signal": "I", "axes": "Q", "Q_indices": 0],
      ["NX_class": "NXdata", "signal": "I", "I_axes": "Q", "Q_indices": "0"],
      ["NX_class": "NXdata"],
    ] as [[String: HDF5Attribute]])
  func `is known by any of its names`(attributes: [String: HDF5Attribute]) throws {
    let path = try file(data: attributes) { data throws(HDF5Error) in
      try data.write([0.1, 0.2], as: "Q").set("units", to: .strings(["A^{-1}"]))
      let intensity = try data.write([3, 4], as: "I")
      try intensity.set("units", to: "cm^{-1}")
      try intensity.set("uncertainty", to: "dI")
      try data.write([1, 2], as: "dI").set("units", to: "cm^{-1}")
    }
    let frame = try curve(path).frames[0]
    #expect(
      frame.q == [1e9, 2e9] && frame.intensity == [300, 400] && frame.deviation == [100, 200])
  }

  @Test func `multiplies by its scaling factor`() throws {
    let path = try file(data: Self.canSAS) { data throws(HDF5Error) in
      try data.write([0.1, 0.2], as: "Q").set("units", to: "1/nm")
      let intensity = try data.write([3, 4], as: "I")
      try intensity.set("units", to: "1/m")
      try intensity.set("scaling_factor", to: "factor")
      try intensity.set("uncertainties", to: "Idev")
      try data.write([1, 2], as: "Idev").set("units", to: "1/m")
      try data.write([2.5], as: "factor")
    }
    let frame = try curve(path).frames[0]
    #expect(frame.intensity == [7.5, 10] && frame.deviation == [2.5, 5])
  }

  @Test(arguments: [false, true])
  func `may have time first or q first`(isTransposed: Bool) throws {
    var attributes = Self.canSAS
    attributes["I_axes"] = .strings(isTransposed ? ["Q", "Time"] : ["Time", "Q"])
    let values: [Double] = isTransposed ? [1, 3, 2, 4] : [1, 2, 3, 4]
    let path = try file(data: attributes) { data throws(HDF5Error) in
      try data.write([0.1, 0.2], as: "Q").set("units", to: "1/nm")
      try data.write(values, shape: [2, 2], as: "I").set("units", to: "arbitrary")
      try data.write([1, 2], as: "Time").set("units", to: "min")
    }
    let series = try curve(path) { $0.times = .files }
    #expect(series.times == [60, 120])
    #expect(series.frames.map(\.intensity) == [[1, 2], [3, 4]])
  }

  @Test func `needs units, and a shape that fits`() throws {
    var attributes = Self.canSAS
    attributes["I_axes"] = .strings(["Time", "Q"])
    let path = try file(data: attributes) { data throws(HDF5Error) in
      try data.write([0.1, 0.2], as: "Q")
      try data.write([1, 2, 3, 4], shape: [2, 2], as: "I")
      try data.write([1, 2], as: "Time")
    }
    let said = refusal([path])
    #expect(said.contains("entry[0]: neither q nor the intensity has a unit; so for 2 frames"))
    #expect(said.contains("its time 1.0 has no unit\n  --time-unit s"))
    let odd = try file(data: Self.canSAS) { data throws(HDF5Error) in
      try data.write([0.1, 0.2, 0.3], as: "Q")
      try data.write([1, 2], as: "I")
    }
    #expect(refusal([odd]).contains("/entry/data/Q: has the shape [3], which does not go with"))
  }

  @Test func `may be any NXdata by its path`() throws {
    let path = scratch.path("pyfai.h5")
    let draft = try HDF5Draft(creating: path)
    for entry in 0..<2 {
      let group = try draft.root().makeGroup("entry_000\(entry)").makeGroup("integrate")
        .makeGroup("results")
      try group.set("signal", to: "data")
      try group.set("axes", to: .strings([".", "radial"]))
      try group.write([1, 2, 3, 4], shape: [2, 2], as: "data")
      try group.write([1, 1, 1, 1], shape: [2, 2], as: "data_errors")
      try group.write([0.1, 0.2], as: "radial").set("unit", to: "nm^{-1}")
    }
    try draft.root().write([0, 5, 10, 15], as: "clock").set("units", to: "s")
    try draft.publish()
    #expect(
      refusal([path]).contains(
        "--data PATH names the group that holds the data; there are: /entry_0000/integrate/results")
    )
    let series = try curve(path) { options in
      options.group = "/entry_*/integrate/results"
      (options.intensityUnit, options.times, options.timeDataset) = ("arbitrary", .files, "/clock")
    }
    #expect(series.times == [0, 5, 10, 15] && series.hasDeviations)
    #expect(series.frames.map(\.intensity) == [[1, 2], [3, 4], [1, 2], [3, 4]])
    #expect(
      refusal(
        [path],
        {
          var o = ImportOptions()
          o.group = "/nowhere"
          return o
        }()
      )
      .contains("/nowhere: there is no such group"))
  }

  @Test func `of a run is read from its result`() throws {
    let path = scratch.path("run.h5")
    let draft = try HDF5Draft(creating: path)
    let root = try draft.root()
    try root.set("creator", to: "qdsynth")
    try root.set("format", to: "qdsynth-result")
    let saxs = try root.makeGroup("entry").makeGroup("saxs")
    try saxs.set("signal", to: "intensity")
    try saxs.set("axes", to: .strings(["time", "q"]))
    try saxs.write([0, 1], as: "time").set("units", to: "s")
    try saxs.write([0.1, 0.2, 0.3], as: "q").set("units", to: "1/nm")
    try saxs.write([1, 2, 3, 4, 5, 6], shape: [2, 3], as: "intensity").set("units", to: "1/cm")
    try draft.publish()
    let series = try #require(try SeriesImport(file: path).series)
    #expect(series.times == [0, 1] && series.intensityUnit == .absolute)
    #expect(series.frames[1].intensity == [400, 500, 600])
  }

  @Test func `that holds something else is refused`() throws {
    let path = try file(data: [:]) { data throws(HDF5Error) in try data.write([1], as: "x") }
    #expect(refusal([path]).contains("holds no curve in the layout of NXcanSAS"))
    let broken = try scratch.file("b.h5", [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
    #expect(refusal([broken]).contains("not a readable HDF5 file"))
  }
}
