import Foundation
import Measurements
import ScenarioFiles
import Units

/// A table of one quantity over time: columns time, value and, where it is known, sd.
///
/// The first line names the columns, with units in brackets: `time [min], radius [nm], sd [nm]`. Where it
/// has none, or is missing, the scenario states them. Columns are told by their order: time first, then the
/// value, then its standard deviation; diameters of single particles have none.
struct TimeSeriesTable {
  struct Row {
    /// s.
    let time: Double
    /// In the unit that was asked for.
    let value: Double
    let deviation: Double?
    let place: DataPlace
  }

  /// In the order of time.
  private(set) var rows: [Row] = []
  private(set) var notes: [DataNote] = []

  private typealias Line = (number: Int, cells: [String])

  init(_ series: FitSeries, paths: [String], in unit: String) throws(FitFault) {
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw FitFault(path, "it cannot be read")
      }
      let lines = Self.lines(of: String(decoding: data, as: UTF8.self))
      guard let head = lines.first else { throw FitFault(path, "it is empty") }
      let units = try TableUnits(head.cells, at: "\(path):\(head.number)", series, in: unit)
      let isBare = head.cells.allSatisfy { Double($0) != nil }
      let width = series.kind == .tem ? 2 : 3
      for line in lines.dropFirst(isBare ? 0 : 1) {
        rows.append(try Self.row(line, of: path, units, width: width))
      }
      if head.cells.count > width {
        let columns = (width + 1...head.cells.count).map(String.init).joined(separator: ", ")
        notes.append(DataNote(file: path, place: "column \(columns)", message: "not read"))
      }
    }
    if let bare = rows.first(where: { $0.deviation == nil }),
      rows.contains(where: { $0.deviation != nil })
    {
      throw FitFault(
        "\(bare.place.frame):\(bare.place.point)",
        "there is no standard deviation, where other rows have one",
        hint: "give it, or take the column out and use relative_error or absolute_error")
    }
    rows.sort { $0.time < $1.time }
  }

  private static func lines(of text: String) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { !$1.hasPrefix("#") && !$1.allSatisfy(\.isWhitespace) }
      .map { number, line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return (number + 1, cells.map { $0.trimmingCharacters(in: .whitespaces) })
      }
  }

  private static func row(
    _ line: Line, of path: String, _ units: TableUnits, width: Int
  ) throws(FitFault) -> Row {
    let place = "\(path):\(line.number)"
    let numbers = line.cells.prefix(2).map { Double($0) }
    guard numbers.count == 2, let time = numbers[0], let value = numbers[1], time.isFinite,
      value.isFinite
    else {
      throw FitFault(
        place, "there is no time and value in \"\(line.cells.joined(separator: ","))\"",
        hint: "a row needs both as numbers; take it out, or put \"#\" before it")
    }
    var deviation: Double?
    if width > 2, line.cells.count > 2, !line.cells[2].isEmpty {
      guard let number = Double(line.cells[2]), number > 0, number.isFinite else {
        throw FitFault(
          place, "a standard deviation of \"\(line.cells[2])\" makes no sense",
          hint: "it must be a number above zero")
      }
      deviation = number
    }
    do throws(UnitsError) {
      return Row(
        time: try units.seconds(time), value: try units.value(value),
        deviation: try deviation.map(units.deviation),
        place: DataPlace(path, line: line.number))
    } catch {
      throw FitFault(place, error.description, hint: error.hint)
    }
  }
}
