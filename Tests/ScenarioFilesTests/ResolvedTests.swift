import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// What holds, and where it came from.
@Suite struct `A resolved scenario` {
  @Test(arguments: Fixtures.shipped + ["good"])
  func `reads to the same experiment again`(_ path: String) throws {
    let scenario =
      path == "good" ? try Scenario.parse(Fixtures.good) : try Scenario.load(path)
    for text in [scenario.resolvedText(), scenario.resolvedText(showsOrigins: true)] {
      let again = try Scenario.parse(text)
      #expect(again.resolved.map(\.path) == scenario.resolved.map(\.path))
      #expect(again.resolved.map(\.text) == scenario.resolved.map(\.text))
    }
    #expect(
      try Scenario.parse(scenario.writtenText()).identityText == scenario.identityText)
  }

  @Test func `tells origins`() throws {
    let scenario = try Scenario.parse(
      Fixtures.good.replacing("surface_energy = \"0.10 J/m^2\"\n", with: ""),
      overrides: [ScenarioOverride("run.seed", "3")])
    let origins = Dictionary(
      scenario.resolved.map { ($0.path, $0.origin) }, uniquingKeysWith: { first, _ in first })
    #expect(origins["run.duration"] == "scenario.toml:5")
    #expect(origins["run.seed"] == "--set")
    #expect(origins["grid.top"] == "default")
    #expect(origins["material.surface_energy"] == "built-in material CdSe")
    let warning = try #require(scenario.warnings.first)
    #expect(warning.severity == .warning && warning.line == 10)
  }

  @Test func `has an identity without titles, provenance, sweep and free tables`() throws {
    let other = Fixtures.good.replacing("2024-03-A", with: "B")
      .replacing("anything = [1, 2, 3]", with: "anything = []")
      .replacing("CdSe, hot injection at 240 °C", with: "x").replacing(
        "count = 5", with: "count = 6")
    func identity(_ text: String) throws -> String {
      try Scenario.parse(text).identityText
    }
    #expect(try identity(other) == identity(Fixtures.good))
    #expect(try !identity(Fixtures.good).contains("spacing"))
    #expect(
      try identity(Fixtures.good.replacing("1e-9 m^2/s", with: "2e-9 m^2/s"))
        != identity(Fixtures.good))
  }

  @Test(arguments: ScenarioTemplate.allCases)
  func `may start from a template`(_ template: ScenarioTemplate) throws {
    let scenario = try Scenario.parse(template.text)
    #expect((scenario.sweep != nil) == (template == .sweep))
    #expect(scenario.warnings.isEmpty)
  }
}
