import Foundation
import ScenarioFiles
import Units

/// A table of one quantity over time: columns time, value and, where it is known, sd.
///
/// The first line names the columns, with units in brackets: `time [min], radius [nm], sd [nm]`. Where it
/// has none, or is missing, the scenario states them. Columns are told by their order: time first, then the
/// value, then its standard deviation.
struct TimeSeriesTable {
  struct Row {
    /// s.
    let time: Double
    /// In the unit that was asked for.
    let value: Double
    let deviation: Double?
  }

  private(set) var rows: [Row] = []

  init(_ series: FitSeries, paths: [String], in unit: String) throws(FitFault) {
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw FitFault(path, "it cannot be read")
      }
      let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
        .enumerated().filter { !$1.hasPrefix("#") }
      guard let head = lines.first?.element else { throw FitFault(path, "it is empty") }
      let units = try Self.units(of: head, path, series, in: unit)
      for line in lines.dropFirst(Self.cells(of: head).allSatisfy { Double($0) != nil } ? 0 : 1) {
        rows.append(try Self.row(line.element, at: "\(path):\(line.offset + 1)", units, in: unit))
      }
    }
    rows.sort { $0.time < $1.time }
  }

  private typealias Units = (time: String, value: String)

  /// The units of the first two columns: from their names, or as the scenario says.
  private static func units(
    of head: Substring, _ path: String, _ series: FitSeries, in unit: String
  ) throws(FitFault) -> Units {
    let named = cells(of: head).map { name in
      name.split(separator: "[").dropFirst().first.map {
        $0.prefix { $0 != "]" }.trimmingCharacters(in: .whitespaces)
      }
    }
    guard named.count >= 2 else {
      throw FitFault(
        "\(path):1", "two columns are needed, time and value",
        hint: "for example time [min],radius [nm]")
    }
    guard let time = named[0] ?? series.timeUnit else {
      throw FitFault(
        "\(path):1", "the time has no unit",
        hint: "write it as in \"time [min]\", or give time_unit")
    }
    guard let value = named[1] ?? series.ordinateUnit ?? (unit == "1" ? "1" : nil) else {
      throw FitFault(
        "\(path):1", "the value has no unit",
        hint: "write it as in \"radius [nm]\", or give y_unit")
    }
    return (time, value)
  }

  private static func cells(of line: Substring) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  private static func row(
    _ line: Substring, at place: String, _ units: Units, in unit: String
  ) throws(FitFault) -> Row {
    let cells = cells(of: line)
    let numbers = cells.prefix(3).map { Double($0) }
    guard numbers.count >= 2, let time = numbers[0], let value = numbers[1], time.isFinite,
      value.isFinite
    else { throw FitFault(place, "there is no time and value in \"\(line)\"") }
    do throws(UnitsError) {
      let dimension = try Dimension(measuredIn: unit)
      func converted(_ number: Double) throws(UnitsError) -> Double {
        units.value == "1" || unit == "1"
          ? number
          : try dimension.convert(try dimension.parse("\(number) \(units.value)"), to: unit)
      }
      let seconds = try Dimension.time.parse("\(time) \(units.time)")
      let deviation = numbers.count > 2 ? numbers[2] : nil
      guard deviation.map({ $0 > 0 }) != false else {
        throw UnitsError.outOfRange(text: "a standard deviation of \(cells[2])")
      }
      return Row(
        time: seconds, value: try converted(value), deviation: try deviation.map(converted))
    } catch {
      throw FitFault(place, error.description, hint: error.hint)
    }
  }
}
