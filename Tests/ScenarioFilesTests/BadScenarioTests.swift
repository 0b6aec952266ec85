import ScenarioFiles
import Testing

/// Every way to be wrong has its message, and the message its place.
@Suite struct `A bad scenario` {
  @Test(arguments: Fixtures.bad)
  func `is told what is wrong, where, and what would be right`(_ fixture: Fixtures.Bad) throws {
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(fixture.text) }
    let diagnostics = try #require(error?.diagnostics)
    #expect(diagnostics.count == 1)
    let first = try #require(diagnostics.first)
    #expect(first.message == fixture.message)
    #expect(first.hint == fixture.hint)
    #expect(first.file == "scenario.toml")
    #expect([first.line, first.column] == [fixture.line, fixture.column])
  }

  @Test func `has more than twenty of these fixtures, each a change in one place`() {
    #expect(Fixtures.bad.count > 40)
    for fixture in Fixtures.bad {
      #expect(Fixtures.good.ranges(of: fixture.find).count == 1, "\(fixture.name)")
    }
  }

  @Test func `is told everything at once, with line and caret`() throws {
    let text = Fixtures.good
      .replacing("duration = \"30 min\"", with: "duration = \"30\"")
      .replacing("units = 1", with: "unts = 1")
      .replacing("law = \"mixed\"", with: "law = \"mixt\"")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text) }
    let shown = try #require(error).description
    #expect(
      shown.contains(
        """
        scenario.toml:5:12: error: "30" has no unit; a time is needed
          duration = "30"
                     ^~~~
          for example "30 min"
        """))
    #expect(shown.contains("scenario.toml:31:1: error: [species] has no key \"unts\""))
    #expect(shown.contains("no attachment law is called \"mixt\""))
  }
}
