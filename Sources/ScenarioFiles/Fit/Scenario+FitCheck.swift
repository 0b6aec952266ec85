extension Scenario {
  /// What is wrong with the fit's parameters, rivals and series, each told at its own place.
  func fitFaults() -> [ScenarioDiagnostic] {
    let faults = parameterFaults() + seriesFaults()
    return faults.isEmpty ? rivalFaults() : faults
  }

  /// What is wrong with the paths and bounds of parameters that every rival has.
  func parameterFaults() -> [ScenarioDiagnostic] {
    var faults: [ScenarioDiagnostic] = []
    for parameter in root.table("fit")?.tables("parameter") ?? [] where !parameter.has("rivals") {
      guard let path = parameter["path"], case .text(let text) = path.content else { continue }
      if text.hasPrefix("fit") {
        faults.append(ScenarioDiagnostic("a fit cannot change \"\(text)\"", at: path.place))
        continue
      }
      if let table = ["saxs", "optics", "tem"].first(where: { text.hasPrefix($0) }) {
        faults.append(
          ScenarioDiagnostic(
            "a fit does not change instruments: \"\(text)\"",
            hint: "[\(table)] stays as it is; scales and backgrounds are fitted beside it",
            at: path.place))
        continue
      }
      for key in ["from", "to", "start"] {
        guard let node = parameter[key]?.node else { continue }
        let found = self.faults(of: ScenarioOverride(text, at: path.place, node))
        faults += found.filter { !faults.contains($0) }
      }
    }
    return faults
  }

  private func seriesFaults() -> [ScenarioDiagnostic] {
    var faults: [ScenarioDiagnostic] = []
    for data in root.table("fit")?.tables("data") ?? [] {
      for entry in data.named("set") {
        let override = ScenarioOverride(entry.name, at: entry.place, entry.value.node)
        faults += self.faults(of: override).filter { !faults.contains($0) }
      }
    }
    return faults
  }
}
