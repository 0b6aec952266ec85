extension Scenario {
  /// The mechanisms of `[[fit.rival]]`, each a scenario of its own with what it alone sets and looks for.
  ///
  /// - Throws: what is wrong with any of them.
  public func rivals() throws(ScenarioError) -> [(name: String, scenario: Scenario)] {
    var rivals: [(name: String, scenario: Scenario)] = []
    var faults: [ScenarioDiagnostic] = []
    for rival in root.table("fit")?.tables("rival") ?? [] {
      let name = rival.text("name") ?? ""
      let overrides = rival.named("set").map {
        ScenarioOverride($0.name, at: $0.place, $0.value.node)
      }
      do throws(ScenarioError) {
        let scenario = try Scenario(try document.rival(name).with(overrides))
        faults += scenario.parameterFaults().filter { !faults.contains($0) }
        rivals.append((name, scenario))
      } catch {
        faults += error.diagnostics.filter { !faults.contains($0) }
      }
    }
    guard faults.isEmpty else { throw .bad(faults) }
    return rivals
  }

  /// What is wrong with the rivals, each told at its own place.
  func rivalFaults() -> [ScenarioDiagnostic] {
    do throws(ScenarioError) {
      _ = try rivals()
      return []
    } catch {
      return error.diagnostics
    }
  }
}

extension ScenarioDocument {
  /// The tables in which a fit looks only for what is everyone's and what is this rival's.
  fileprivate func rival(_ name: String) -> ScenarioDocument {
    var document = self
    guard let entry = table.entry("fit"), case .table(var fit) = entry.node.value else {
      return document
    }
    fit.remove("rival")
    if let parameters = fit.entry("parameter"), case .list(let nodes) = parameters.node.value {
      let own = nodes.compactMap { $0.parameter(of: name) }
      fit.set(
        "parameter", at: parameters.keyPlace, to: Node(.list(own), at: parameters.node.place))
    }
    document.table.set("fit", at: entry.keyPlace, to: Node(.table(fit), at: entry.node.place))
    return document
  }
}

extension Node {
  /// A parameter without its list of rivals; nil where that does not hold the name.
  fileprivate func parameter(of rival: String) -> Node? {
    guard case .table(var table) = value, let rivals = table["rivals"] else { return self }
    guard case .list(let names) = rivals.value,
      names.contains(where: { if case .string(rival) = $0.value { true } else { false } })
    else { return nil }
    table.remove("rivals")
    return Node(.table(table), at: place)
  }
}
