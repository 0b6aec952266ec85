import ScenarioFiles
import Testing

/// What is no fault and yet worth saying.
@Suite struct `A warning` {
  private let heat = """
    [flask.heat]
    heat_transfer = "0.5 W/K"
    heat_capacity = "1.8 J/(cm^3 K)"
    crystallisation_enthalpy = "-20 kJ/mol"


    """

  @Test func `is given where a cold injection cools nothing`() throws {
    let text = Fixtures.good.replacing(heat, with: "")
    let warnings = try Scenario.parse(text).warnings
    #expect(warnings.map(\.severity) == [.warning])
    #expect(
      warnings.first?.description == """
        scenario.toml:47:15: warning: the temperature of the injection has no effect: the flask \
        keeps its program
          temperature = "25 degC"
                        ^~~~~~~~~
          add [flask.heat], and the flask follows its heat balance; or leave the temperature out
        """)
  }

  @Test func `is not given where the injection has no temperature of its own`() throws {
    let text = Fixtures.good.replacing(heat, with: "")
      .replacing("temperature = \"25 degC\"\ncontents", with: "contents")
    #expect(try Scenario.parse(text).warnings.isEmpty)
  }

  @Test func `is not given where the flask has a heat balance`() throws {
    #expect(try Scenario.parse(Fixtures.good).warnings.isEmpty)
  }

  @Test func `is given where an injection is late`() throws {
    let text = Fixtures.good.replacing("at = \"10 s\"", with: "at = \"1 h\"")
    #expect(
      try Scenario.parse(text).warnings.map(\.headline) == [
        "scenario.toml:50:6: warning: the injection starts when the run is over"
      ])
  }
}
