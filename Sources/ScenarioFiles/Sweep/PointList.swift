import Units

/// The points of a sweep over a list, from a table of comma-separated values.
///
/// The first row names the paths. A column called `path [unit]`, as `sweep.csv` has them, holds bare
/// numbers in that unit; under a bare `path` every cell brings its own unit.
public struct PointList: Sendable {
  /// What one column sets.
  struct Head: Sendable {
    let path: String
    /// Of the numbers in the column, unless the cells bring it.
    let unit: String?
    let place: Place
  }

  let heads: [Head]
  /// A row a point, and in it a value for each path, as the scenario could have it.
  let cells: [[Cell]]

  public var paths: [String] { heads.map(\.path) }
  public var rows: [[String]] { cells.map { $0.map(\.text) } }

  /// Reads a table, or tells all that is wrong with its form.
  init(_ source: Source) throws(ScenarioError) {
    var rows = try CellText(source).rows
    let start = Place(source, line: 1, column: 1)
    guard !rows.isEmpty else {
      throw .bad([
        ScenarioDiagnostic(
          "the list of points is empty",
          hint: "its first row names the paths, as in \"flask.temperature [degC]\"", at: start)
      ])
    }
    let heads = rows.removeFirst().map(Head.init)
    var faults = Self.faults(of: heads)
    if rows.isEmpty {
      faults.append(
        ScenarioDiagnostic(
          "the list has no points", hint: "every row after the first is one", at: start))
    }
    for row in rows where faults.count < Self.mostFaults { faults += Self.faults(of: row, heads) }
    guard faults.isEmpty else { throw .bad(faults) }
    self.heads = heads
    cells = rows.map { row in
      zip(heads, row).map { Cell(text: $0.value(of: $1.text), place: $1.place) }
    }
  }

  /// More of them teach nobody.
  static let mostFaults = 20

  private static func faults(of heads: [Head]) -> [ScenarioDiagnostic] {
    var seen: Set<String> = []
    return heads.compactMap { head in
      if head.path.isEmpty { return ScenarioDiagnostic("a path is missing", at: head.place) }
      if !seen.insert(head.path).inserted {
        return ScenarioDiagnostic("two columns set \(head.path)", at: head.place)
      }
      return head.unitFault
    }
  }

  private static func faults(of row: [Cell], _ heads: [Head]) -> [ScenarioDiagnostic] {
    guard row.count == heads.count else {
      let values = row.count == 1 ? "1 value" : "\(row.count) values"
      let culprit = row.count > heads.count ? row[heads.count] : row[row.count - 1]
      return [
        ScenarioDiagnostic(
          "the row has \(values) for \(heads.count) paths",
          hint: "a value with a comma in it stands in quotes", at: culprit.place)
      ]
    }
    return zip(heads, row).compactMap { head, cell in
      cell.text.isEmpty
        ? ScenarioDiagnostic("there is no value for \(head.path)", at: cell.place) : nil
    }
  }
}

extension PointList.Head {
  /// Reads `path [unit]`; brackets that touch the path, as in `reaction[0]`, belong to it.
  init(_ cell: Cell) {
    let text = cell.text
    place = cell.place
    guard text.hasSuffix("]"), let bracket = text.lastIndex(of: "["), bracket > text.startIndex,
      text[text.index(before: bracket)].isWhitespace
    else {
      path = text
      unit = nil
      return
    }
    path = String(text[..<bracket].reversed().drop(while: \.isWhitespace).reversed())
    unit = String(text[text.index(after: bracket)...].dropLast())
  }

  /// A value with the unit of its column.
  func value(of cell: String) -> String {
    guard let unit, unit != "1", !unit.isEmpty else { return cell }
    return "\(cell) \(unit)"
  }

  /// What is wrong with the unit.
  var unitFault: ScenarioDiagnostic? {
    guard let unit, unit != "1", !unit.isEmpty else { return nil }
    do throws(UnitsError) {
      _ = try Dimension(measuredIn: unit)
      return nil
    } catch {
      return ScenarioDiagnostic(error.description, hint: error.hint, at: place)
    }
  }
}
