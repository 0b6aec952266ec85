extension Scenario {
  /// The points of a sweep over a list, each tried in the scenario; nothing for another design.
  func pointList() throws(ScenarioError) -> PointList? {
    guard sweep?.design == .list, let table = root.table("sweep"), let name = table.text("file")
    else { return nil }
    let list = try PointList(try ScenarioText.source(named: name, at: table.place("file")))
    let faults = self.faults(of: list)
    guard faults.isEmpty else { throw .bad(faults) }
    return list
  }

  /// So many rows are tried at once when a scenario is read, evenly taken from a longer list; the
  /// sweep itself tries every point before it runs the first.
  private static let mostRows = 5000

  private func faults(of list: PointList) -> [ScenarioDiagnostic] {
    var faults: [ScenarioDiagnostic] = []
    let step = max(1, Double(list.cells.count - 1) / Double(Self.mostRows - 1))
    for number in 0..<min(Self.mostRows, list.cells.count) {
      let row = list.cells[Int((Double(number) * step).rounded())]
      faults += self.faults(of: row, list.heads).filter { !faults.contains($0) }
      // What is wrong with a path is wrong in every row.
      let isWrongPath = faults.contains { fault in
        list.heads.contains { fault.line == $0.place.line && fault.file == $0.place.source.name }
      }
      if isWrongPath || faults.count >= PointList.mostFaults { break }
    }
    return faults
  }

  private func faults(of row: [Cell], _ heads: [PointList.Head]) -> [ScenarioDiagnostic] {
    let overrides = zip(heads, row).map { head, cell in
      ScenarioOverride(
        head.path, at: head.place,
        TOMLText.value(of: cell.text, in: cell.place.source, at: cell.place))
    }
    let refused = overrides.compactMap { refusal(of: $0) }
    guard refused.isEmpty, let first = row.first else { return refused }
    do throws(ScenarioError) {
      _ = try with(overrides)
      return []
    } catch {
      let own = error.diagnostics.filter { $0.file == first.place.source.name }
      guard own.isEmpty, let other = error.diagnostics.first else { return own }
      let place = other.line > 0 ? "\(other.file):\(other.line):\(other.column): " : ""
      return [
        ScenarioDiagnostic(
          "with the values of this row, \(place)\(other.message)", hint: other.hint, at: first.place
        )
      ]
    }
  }
}
