/// Gives every frame its time.
struct FrameTimes {
  struct Moment: Equatable {
    /// s.
    var time: Double
    /// K.
    var temperature: Double?
  }

  let source: TimeSource
  let timeUnit: String?
  let table: FrameTable?

  init(_ options: ImportOptions) throws(MeasurementsError) {
    source = options.times
    timeUnit = options.timeUnit
    guard case .table(let path) = source else {
      table = nil
      return
    }
    let bytes = try FileBytes.read(path)
    guard let text = DecodedText(bytes) else {
      throw MeasurementsError(DataFault(file: path, message: "is not a table in text"))
    }
    do throws(DataFault) {
      table = try FrameTable(text, file: path, timeUnit: timeUnit)
    } catch {
      throw MeasurementsError(error)
    }
  }

  /// The moment of a frame, counted from zero among `count`.
  func moment(of curve: RawCurve, index: Int, count: Int) throws(DataFault) -> Moment {
    switch source {
    case .files:
      return Moment(
        time: try seconds(curve.time, of: curve, advice: TimeSource.advice),
        temperature: curve.temperature)
    case .table:
      guard let table else { throw missing(curve) }
      return try moment(of: curve, index: index, count: count, in: table)
    case .pattern(let pattern):
      let found = pattern.time(of: curve)
      let advice = "\"\(pattern.expression)\" is not found in its name or title"
      return Moment(
        time: try seconds(found, of: curve, advice: advice), temperature: curve.temperature)
    case .steps(let start, let step):
      guard let step = step ?? (count == 1 ? 0 : nil) else {
        throw DataFault(
          file: curve.file, place: curve.name, message: "has no time, where there are more frames",
          hint: "--dt \"5 s\" says how far they are apart")
      }
      return Moment(time: start + step * Double(index), temperature: curve.temperature)
    }
  }

  /// Rows of a table that no frame has taken.
  func leftOver(_ curves: [RawCurve]) -> [FrameTable.Row] {
    guard let table, table.rows.contains(where: { $0.frame != nil }) else { return [] }
    let taken = Set(curves.compactMap { table.row(for: $0)?.line })
    return table.rows.filter { !taken.contains($0.line) }
  }

  private func moment(
    of curve: RawCurve, index: Int, count: Int, in table: FrameTable
  ) throws(DataFault) -> Moment {
    if let row = table.row(for: curve) {
      return Moment(time: row.time, temperature: row.temperature ?? curve.temperature)
    }
    guard table.rows.allSatisfy({ $0.frame == nil }) else {
      throw DataFault(
        file: curve.file, place: curve.name, message: "has no row in \(table.file)",
        hint: "the column \"file\" must hold \"\(FileName.last(of: curve.file))\"")
    }
    guard table.rows.count == count else {
      throw DataFault(
        file: table.file,
        message: "has \(table.rows.count) rows and no column of files, for \(count) frames",
        hint: "give it a column \"file\", or a row a frame in the order of the frames")
    }
    return Moment(
      time: table.rows[index].time,
      temperature: table.rows[index].temperature ?? curve.temperature)
  }

  private func seconds(
    _ time: RawTime?, of curve: RawCurve, advice: String
  ) throws(DataFault) -> Double {
    guard let time else {
      throw DataFault(
        file: curve.file, place: curve.name, message: "has no time", hint: advice)
    }
    guard let seconds = time.seconds(fallback: timeUnit), seconds.isFinite else {
      let unit = time.unit.map { "\"\($0)\" is not a unit of time" } ?? "has no unit"
      throw DataFault(
        file: curve.file, place: curve.name, message: "its time \(time.value) \(unit)",
        hint: "--time-unit s says which it is")
    }
    return seconds
  }

  private func missing(_ curve: RawCurve) -> DataFault {
    DataFault(
      file: curve.file, place: curve.name, message: "has no time", hint: TimeSource.advice)
  }
}
