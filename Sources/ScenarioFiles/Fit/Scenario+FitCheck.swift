extension Scenario {
  /// What is wrong with the paths and bounds of the fit's parameters, and with what series have of
  /// their own, each told at its own place.
  func fitFaults() -> [ScenarioDiagnostic] {
    var faults: [ScenarioDiagnostic] = []
    func note(_ found: [ScenarioDiagnostic]) { faults += found.filter { !faults.contains($0) } }
    for parameter in root.table("fit")?.tables("parameter") ?? [] {
      guard let path = parameter["path"], case .text(let text) = path.content else { continue }
      if text.hasPrefix("fit") {
        note([ScenarioDiagnostic("a fit cannot change \"\(text)\"", at: path.place)])
        continue
      }
      for key in ["from", "to", "start"] {
        guard let node = parameter[key]?.node else { continue }
        note(self.faults(of: ScenarioOverride(text, at: path.place, node)))
      }
    }
    for data in root.table("fit")?.tables("data") ?? [] {
      for entry in data.named("set") {
        note(self.faults(of: ScenarioOverride(entry.name, at: entry.place, entry.value.node)))
      }
    }
    return faults
  }
}
