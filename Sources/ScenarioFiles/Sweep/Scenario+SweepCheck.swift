extension Scenario {
  /// What is wrong with the paths and values of the sweep's axes, each told at its own place.
  ///
  /// Every value is tried alone in the scenario, which is good as it stands: whatever is wrong then is
  /// the value's or the path's fault.
  func sweepFaults() -> [ScenarioDiagnostic] {
    var faults: [ScenarioDiagnostic] = []
    for axis in root.table("sweep")?.tables("axis") ?? [] {
      guard let path = axis["path"], case .text(let text) = path.content else { continue }
      for node in levels(of: axis) {
        let found = self.faults(of: ScenarioOverride(text, at: path.place, node))
        faults += found.filter { !faults.contains($0) }
      }
    }
    return faults
  }

  /// What no sweep may change.
  func refusal(of override: ScenarioOverride) -> ScenarioDiagnostic? {
    guard override.path.hasPrefix("sweep") || override.path.hasPrefix("schema") else { return nil }
    return ScenarioDiagnostic(
      "a sweep cannot change \"\(override.path)\"", at: override.pathPlace)
  }

  func faults(of override: ScenarioOverride) -> [ScenarioDiagnostic] {
    if let refusal = refusal(of: override) { return [refusal] }
    do throws(ScenarioError) {
      _ = try with([override])
      return []
    } catch {
      return error.diagnostics.filter {
        isAt($0, override.pathPlace) || isAt($0, override.node.place)
      }
    }
  }

  /// Faults elsewhere may come right with the values of the other axes.
  private func isAt(_ fault: ScenarioDiagnostic, _ place: Place) -> Bool {
    fault.file == place.source.name && fault.line == place.line && fault.column >= place.column
      && fault.column < place.column + place.length
  }

  private func levels(of axis: TableReading) -> [Node] {
    let listed = (axis.list("values") ?? []).map(\.node)
    let range = ["from", "to"].compactMap { axis[$0]?.node }
    let most = 200
    return listed.count > most ? Array(listed.prefix(most)) + listed.suffix(1) : listed + range
  }
}
