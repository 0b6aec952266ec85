import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Species with formulas: their units, and equations element by element.
@Suite struct `Formulas in a scenario` {
  /// Cadmium oleate and a phosphine selenide to cadmium selenide, phosphine oxide and anhydride.
  private static let oleate = """
    schema = 1

    [run]
    duration = "1 min"

    [material]
    name = "CdSe"

    [flask]
    volume = "10 mL"
    temperature = "240 degC"

    [[species]]
    name = "CdOleate"
    formula = "Cd(C18H33O2)2"
    units = 0

    [[species]]
    name = "TOPSe"
    formula = "C24H51PSe"
    units = 1

    [[species]]
    name = "TOPO"
    formula = "C24H51PO"

    [[species]]
    name = "anhydride"
    formula = "C36H66O3"

    [[reaction]]
    equation = "CdOleate + TOPSe -> solute + TOPO + anhydride"
    rate_constant = "1 1/(M s)"

    [attachment]
    law = "surface-limited"
    surface_rate_constant = "2e-4 m/s"

    """

  private func faults(_ text: String) -> [String] {
    do throws(ScenarioError) {
      _ = try Scenario.parse(text)
      return []
    } catch {
      return error.diagnostics.map { "\($0.headline); \($0.hint ?? "")" }
    }
  }

  @Test func `give units that follow, and leave those that are said`() throws {
    let scenario = try Scenario.parse(Self.oleate)
    let network = scenario.experiment.network
    #expect(network.species.map(\.units) == [0, 1, 0, 0, 1])
    let text = scenario.resolvedText(showsOrigins: true)
    #expect(text.contains(#/formula = "CdSe" +# built-in material CdSe/#))
    #expect(text.contains(#/formula = "C24H51PO" +# scenario.toml:25/#))
    #expect(text.contains(#/units = 0 +# from the formula/#))
    #expect(!scenario.writtenText().contains(#/C36H66O3"\nunits/#))
  }

  @Test func `give a single source its units`() throws {
    let text = Self.oleate
      .replacing("formula = \"C24H51PSe\"\nunits = 1", with: "formula = \"Cd2Se2(C24H51P)2\"")
      .replacing("CdOleate + TOPSe -> solute + TOPO", with: "TOPSe -> 2 solute + 2 TOP")
      .replacing("\"TOPO\"", with: "\"TOP\"").replacing("H51PO", with: "H51P")
      .replacing(" + anhydride", with: "").replacing("1 1/(M s)", with: "1 1/s")
    #expect(try Scenario.parse(text).experiment.network.species[1].units == 2)
  }

  @Test func `resolve to what reads the same`() throws {
    let resolved = try Scenario.parse(Self.oleate).resolvedText()
    #expect(try Scenario.parse(resolved).resolvedText() == resolved)
  }

  @Test func `hold equations to their elements, and name place, element and counts`() {
    let text = Self.oleate.replacing("+ TOPO + anhydride", with: "+ TOPO")
    #expect(
      faults(text) == [
        "scenario.toml:32:12: error: \"CdOleate + TOPSe -> solute + TOPO\" does not conserve "
          + "C: 60 on the left, 24 on the right; H: 117 on the left, 51 on the right; "
          + "O: 4 on the left, 1 on the right; every species of it has a formula, so that every "
          + "atom counts: add what is missing, or leave a formula out"
      ])
  }

  @Test func `hold no equation to its elements where one species has none`() {
    let text = Self.oleate.replacing("+ TOPO + anhydride", with: "+ TOPO")
      .replacing("formula = \"C24H51PO\"\n", with: "")
    #expect(faults(text) == [])
  }

  @Test func `count units as well`() {
    let text = Self.oleate.replacing("units = 0", with: "units = 1")
    #expect(faults(text).first?.contains("it destroys 1 solute units") == true)
  }

  @Test func `of a solid of one's own follow from the solute`() throws {
    let own = Self.oleate
      .replacing(
        "name = \"CdSe\"",
        with: """
          name = "mine"
          volume_per_unit = "0.056 nm^3"
          surface_energy = "0.1 J/m^2"
          solubility = "0 mol/L"
          """)
    #expect(
      faults(own)
        == ["TOPO", "anhydride"].enumerated().map { index, name in
          "scenario.toml:\(28 + 4 * index):11: error: the units of \"\(name)\" do not follow from its "
            + "formula: that of the solid is not known; give units, the solute units that one "
            + "molecule can become, or material.formula"
        })
    let solute = "[[species]]\nname = \"solute\"\nformula = \"CdSe\"\n\n[[reaction]]"
    #expect(faults(own.replacing("[[reaction]]", with: solute)) == [])
    let solid = "name = \"mine\"\nformula = \"CdSe\""
    #expect(faults(own.replacing("name = \"mine\"", with: solid)) == [])
  }

  @Test func `can be swept`() throws {
    let scenario = try Scenario.parse(Self.oleate)
    #expect(throws: ScenarioError.self) {
      try scenario.with([ScenarioOverride("species[TOPO].formula", "C24H51PO2")])
    }
    _ = try scenario.with([ScenarioOverride("species[TOPO].formula", "P(C8H17)3O")])
  }

  @Test func `of a swept solid change what species are worth`() throws {
    let change = ScenarioOverride("material.formula", "CdS")
    let text = Self.oleate.replacing("anhydride\"\n", with: "anhydride\"\n# ")
    let whole = Result { () throws(ScenarioError) in try Scenario.parse(text, overrides: [change]) }
    let point = Result { () throws(ScenarioError) in try Scenario.parse(text).with([change]) }
    switch (whole, point) {
    case (.success(let whole), .success(let point)):
      #expect(whole.identityText == point.identityText)
    case (.failure(let whole), .failure(let point)):
      #expect(whole.diagnostics == point.diagnostics)
    default: Issue.record("one was read, the other refused")
    }
  }
}
