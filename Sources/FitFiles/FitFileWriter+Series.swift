import HDF5Files
import Results
import ScenarioFiles

extension FitFileWriter {
  func writeSeries(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    for (place, series) in file.series.enumerated() {
      try write(series, into: group.makeGroup("\(place + 1)"))
    }
  }

  private func write(
    _ series: FitFile.Series, into group: consuming HDF5Group
  ) throws(HDF5Error) {
    try group.writeNote(series.name, as: "name", longName: "name of the series")
    try group.writeNote(series.kind.rawValue, as: "kind", longName: "kind of measurement")
    try group.writeNote(series.quantity, as: "quantity", longName: "what was measured")
    if series.kind == .quantity {
      try writeColumns(of: series, into: group)
    } else if series.isEven {
      try writeEven(series, into: group)
    } else {
      try writeRagged(series, into: group)
    }
    if let scale = series.scale {
      try group.write([scale], shape: [], as: "scale").describe(
        unit: "1", longName: "what multiplied the model, fitted")
    }
    try group.write([series.chiSquare], shape: [], as: "chi_square").describe(
      unit: "1",
      longName: series.kind == .tem
        ? "deviance of the multinomial distribution" : "sum of squares of the residuals")
    try group.write([Int64(series.points)], shape: [], as: "points").describe(
      unit: "1", longName: "points")
  }

  private typealias Part = (name: String, longName: String, values: (FitFile.Frame) -> [Double])

  private func parts(of series: FitFile.Series) -> [Part] {
    [
      ("data", series.quantity, { $0.data }),
      ("deviation", "standard deviation", { $0.deviation }),
      ("model", "model, with scale and backgrounds", { $0.model }),
    ]
  }

  private func writeColumns(
    of series: FitFile.Series, into group: borrowing HDF5Group
  ) throws(HDF5Error) {
    let time = try writeTimes(series, into: group)
    for part in parts(of: series) {
      try group.writeColumn(
        TimeTable.Column(
          name: part.name, unit: series.unit, longName: part.longName,
          values: series.frames.map { part.values($0).first }), along: time)
    }
    try group.becomeData(signal: "data", others: ["model"], axes: ["time"])
  }

  private func writeTimes(
    _ series: FitFile.Series, into group: borrowing HDF5Group
  ) throws(HDF5Error) -> HDF5Group.Axis {
    let time = try group.writeAxis(
      "time", unit: "s", longName: "time", values: series.frames.map(\.time))
    try group.writeColumn(frameColumn(series), along: time)
    return time
  }

  private func frameColumn(_ series: FitFile.Series) -> TimeTable.Column {
    TimeTable.Column(
      name: "frame_chi_square", unit: "1",
      longName: "sum of squares of data less model, in standard deviations",
      values: series.frames.map(\.chiSquare))
  }

  private func writeEven(
    _ series: FitFile.Series, into group: borrowing HDF5Group
  ) throws(HDF5Error) {
    guard let axis = series.kind.axis else { return }
    let time = try writeTimes(series, into: group)
    let place = try group.writeAxis(
      axis.name, unit: axis.unit, longName: axis.longName,
      values: series.frames.first?.places ?? [])
    for part in parts(of: series) {
      try group.writePlane(
        series.frames.map(part.values), as: part.name, unit: series.unit, longName: part.longName,
        along: time, place)
    }
    try group.becomeData(signal: "data", others: ["model"], axes: ["time", axis.name])
  }

  /// Frames of different lengths: the places of the points are a plane, too, and rows end in NaN.
  private func writeRagged(
    _ series: FitFile.Series, into group: borrowing HDF5Group
  ) throws(HDF5Error) {
    guard let axis = series.kind.axis else { return }
    let time = try writeTimes(series, into: group)
    let longest = series.frames.map(\.places.count).max() ?? 0
    let point = try group.writeAxis(
      "point", longName: "number of the point in its frame", counting: 0..<longest)
    let all: [Part] = [(axis.name, axis.longName, { $0.places })] + parts(of: series)
    for part in all {
      let rows = series.frames.map { frame in
        let values = part.values(frame)
        return values.map(Optional.some) + Array(repeating: nil, count: longest - values.count)
      }
      try group.writePlane(
        rows, as: part.name, unit: part.name == axis.name ? axis.unit : series.unit,
        longName: part.longName, along: time, point)
    }
    try group.becomeData(signal: "data", others: ["model"], axes: ["time", "point"])
  }

  // MARK: - Bands

  func writeBands(into group: consuming HDF5Group) throws(HDF5Error) {
    try group.set("NX_class", to: "NXcollection")
    try group.writeNote(
      file.bands.source, as: "source", longName: "where the draws of the bands are from")
    try group.write([Int64(file.bands.draws)], shape: [], as: "draws").describe(
      unit: "1", longName: "draws that ran to their end")
    for (place, run) in file.bands.runs.enumerated() {
      let own = try group.makeGroup("\(place + 1)")
      _ = try own.writeAxis(
        "series", longName: "series that the run answers for", texts: run.series)
      for band in run.bands { try write(band, into: own.makeGroup(band.quantity)) }
    }
  }

  private func write(
    _ band: FitFile.Bands.Band, into group: consuming HDF5Group
  ) throws(HDF5Error) {
    let time = try group.writeAxis("time", unit: "s", longName: "time", values: band.times)
    let columns: [(String, String, [Double?])] = [
      ("best", "at the best values", band.best),
      ("lower", "2.5 percent point of the draws", band.lower),
      ("median", "median of the draws", band.median),
      ("upper", "97.5 percent point of the draws", band.upper),
    ]
    for (name, longName, values) in columns {
      try group.writeColumn(
        TimeTable.Column(
          name: name, unit: band.unit, longName: "\(band.quantity), \(longName)", values: values),
        along: time)
    }
    try group.becomeData(signal: "best", others: ["lower", "median", "upper"], axes: ["time"])
  }
}
