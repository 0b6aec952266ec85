import Units

/// A table that says when each frame was taken, and how warm it was.
struct FrameTable {
  struct Row: Equatable {
    var line: Int
    /// The frame's file or name; nil where the table has no such column.
    var frame: String?
    /// s.
    var time: Double
    /// K.
    var temperature: Double?
  }

  let file: String
  var rows: [Row]

  /// Reads a table with a line of names on top.
  ///
  /// The column of times is called `time` or `t`, with its unit behind: `t_s`, `time [min]`. That of
  /// temperatures is `T_C` or `temperature [K]`, that of frames `file`, `frame` or `name`.
  init(_ text: DecodedText, file: String, timeUnit: String?) throws(DataFault) {
    self.file = file
    let lines = text.lines.enumerated().filter { !$0.element.allSatisfy(\.isWhitespace) }
    let separator: Character =
      ["\t", ";", ","].first { lines.first?.element.contains($0) == true } ?? " "
    let cells = lines.enumerated().map { index, line in
      let parts =
        separator != " "
        ? line.element.split(separator: separator, omittingEmptySubsequences: false)
        : index == 0 ? ColumnHeader.words(line.element) : line.element.split(separator: " ")
      return parts.map { String($0.trimming { $0.isWhitespace || "\"'#".contains($0) }) }
    }
    guard let names = cells.first else { throw DataFault(file: file, message: "is empty") }
    let columns = try Columns(names, file: file, line: lines[0].offset + 1, timeUnit: timeUnit)
    rows = []
    for (line, fields) in zip(lines, cells).dropFirst() {
      rows.append(try columns.row(fields, line: line.offset + 1, file: file))
    }
  }

  /// The row of a frame, found by the name of its file, with or without its extension, or its own.
  func row(for curve: RawCurve) -> Row? {
    let names: Set = [
      curve.name, curve.title, FileName.last(of: curve.file), FileName.stem(of: curve.file),
    ]
    return rows.first { row in
      guard let frame = row.frame else { return false }
      return names.contains(FileName.last(of: frame)) || names.contains(FileName.stem(of: frame))
    }
  }
}

/// Which columns of a table hold what.
private struct Columns {
  let time: Int
  let timeUnit: String
  let temperature: Int?
  let temperatureUnit: String
  let frame: Int?

  init(_ names: [String], file: String, line: Int, timeUnit: String?) throws(DataFault) {
    let parts = names.map(Self.parts)
    guard
      let time = parts.firstIndex(where: {
        ["t", "time"].contains($0.base) && Self.isTime($0.unit)
      })
        ?? parts.firstIndex(where: { ["t", "time"].contains($0.base) && $0.unit == nil })
    else {
      throw DataFault(
        file: file, place: "line \(line)", message: "no column is called time",
        hint: "name it with its unit, as in \"time [s],file\"; there are: "
          + names.joined(separator: ", "))
    }
    guard let unit = parts[time].unit ?? timeUnit else {
      throw DataFault(
        file: file, place: "line \(line)", message: "the times in \"\(names[time])\" have no unit",
        hint: "call the column \"time [s]\", or say --time-unit s")
    }
    self.time = time
    self.timeUnit = unit
    temperature = parts.indices.first {
      $0 != time && ["t", "temp", "temperature"].contains(parts[$0].base)
        && Self.kelvin(0, parts[$0].unit) != nil
    }
    temperatureUnit = temperature.flatMap { parts[$0].unit } ?? "K"
    frame = parts.firstIndex { ["file", "frame", "name", "filename"].contains($0.base) }
  }

  func row(_ fields: [String], line: Int, file: String) throws(DataFault) -> FrameTable.Row {
    let text = time < fields.count ? fields[time] : ""
    guard let number = NumberFields.number(text[...]), number.isFinite,
      let seconds = RawTime(value: number, unit: timeUnit).seconds(fallback: nil)
    else {
      throw DataFault(
        file: file, place: "line \(line)", message: "\"\(text)\" is not a time in \(timeUnit)")
    }
    let kelvin = temperature.flatMap { $0 < fields.count ? Double(fields[$0]) : nil }
      .flatMap { Self.kelvin($0, temperatureUnit) }
    return FrameTable.Row(
      line: line, frame: frame.flatMap { $0 < fields.count ? fields[$0] : nil }, time: seconds,
      temperature: kelvin)
  }

  /// "t_s", "time [min]", "Time (s)" as name and unit.
  private static func parts(_ name: String) -> (base: String, unit: String?) {
    guard let match = name.wholeMatch(of: #/([A-Za-z]+)[\s_]*[\[\(]?([^\]\)]*)[\]\)]?/#) else {
      return (name.lowercased(), nil)
    }
    return (match.output.1.lowercased(), match.output.2.isEmpty ? nil : String(match.output.2))
  }

  private static func isTime(_ unit: String?) -> Bool {
    guard let unit else { return false }
    return (try? Dimension.time.parse("1 \(unit)")) != nil
  }

  static func kelvin(_ value: Double, _ unit: String?) -> Double? {
    guard let unit else { return nil }
    let spelled = unit == "C" ? "degC" : unit == "F" ? "degF" : unit
    return try? Dimension.temperature.parse("\(value) \(spelled)")
  }
}
