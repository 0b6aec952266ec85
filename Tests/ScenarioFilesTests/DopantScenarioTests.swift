import Kinetics
import Laws
import ScenarioFiles
import Synthesis
import Testing

/// Dopants arrive as they are written, and what cannot be is said where it stands.
@Suite struct `A scenario's dopants` {
  private func text(_ dopants: String, grid: String = "kind = \"exact\"") -> String {
    Fixtures.good.replacing("[grid]\n", with: "\(dopants)\n\n[grid]\n")
      .replacing("kind = \"exact\"", with: grid)
  }

  private static let silver = """
    [[dopant]]
    name = "Ag"
    law = "partial-exchange"
    initial = "10 umol/L"
    rate_constant = { value = "2 L/(mol s)", at = "25 degC", activation_energy = "40 kJ/mol" }
    cooperativity = 0.1
    """

  @Test func `are species, known or new, each with its law`() throws {
    let experiment = try Scenario.parse(
      text(
        Self.silver + """


          [[dopant]]
          name = "Mn"
          feed = "DPP"
          law = "surface-capture"
          residence = "binding"
          binding_energy = "2 eV"
          diffusivity = "1e-20 m^2/s"
          expulsion_energy = "0.3 eV"
          smallest = 12
          """)
    ).experiment
    #expect(experiment.network.species.map(\.name) == ["TOPSe", "DPP", "Ag", "solute"])
    #expect(experiment.network.species[2] == Species(name: "Ag", initial: 0.01))
    #expect(experiment.dopants.map(\.name) == ["Ag", "Mn"])
    #expect(experiment.dopants.map(\.feed) == ["Ag", "DPP"])
    #expect(experiment.dopants.map(\.smallest) == [experiment.crystalFloor, 12])
    let exchange = try #require(experiment.dopants[0].law as? PartialExchange)
    #expect(abs(exchange.rateConstant.value - 2e-3) < 1e-15)
    #expect(exchange.rateConstant.energy == 40_000 && exchange.cooperativity.value == 0.1)
    #expect(exchange.extent == .volume)
    let capture = try #require(experiment.dopants[1].law as? SurfaceCapture)
    #expect(capture.residence == .binding && capture.sticking.value == 1)
    #expect(abs(capture.bindingEnergy.value / 3.204_353_268e-19 - 1) < 1e-9)
    #expect(capture.attemptFrequency.value == 1e13)
  }

  @Test func `stand in the resolved text, which reads as the same`() throws {
    let scenario = try Scenario.parse(text(Self.silver))
    let resolved = scenario.resolvedText()
    #expect(resolved.contains("[[dopant]]"))
    #expect(resolved.contains("scales_with = \"volume\""))
    let again = try Scenario.parse(resolved).experiment
    #expect(again.dopants.count == 1)
    #expect(again.dopants[0].law as? PartialExchange != nil)
    #expect(again.dopants[0].smallest == scenario.experiment.dopants[0].smallest)
  }

  /// One change of the good dopant, and what is said of it, where.
  struct Bad: Sendable, CustomTestStringConvertible {
    let find: String
    let replace: String
    let message: String
    let hint: String?
    /// Lines below that of `[[dopant]]`, and the column.
    let place: [Int]

    var testDescription: String { message }
  }

  private static let bad = [
    Bad(
      find: "name = \"Ag\"", replace: "name = \"solute\"",
      message: "the species \"solute\" has its concentration already",
      hint: "leave initial out here",
      place: [3, 11]),
    Bad(
      find: "name = \"Ag\"\n", replace: "name = \"Ag\"\nfeed = \"TOPSe\"\n",
      message: "the species \"TOPSe\" has its concentration already",
      hint: "leave initial out here",
      place: [4, 11]),
    Bad(
      find: "initial = \"10 umol/L\"", replace: "feed = \"TOPSe\"",
      message: "what feeds a dopant becomes no solute, and \"TOPSe\" can",
      hint: "name a species with units = 0", place: [3, 8]),
    Bad(
      find: "initial = \"10 umol/L\"", replace: "feed = \"solute\"",
      message: "\"solute\" is what particles are built from, and cannot feed a dopant",
      hint: "name another species", place: [3, 8]),
    Bad(
      find: "initial = \"10 umol/L\"\n", replace: "",
      message: "no species is called \"Ag\"",
      hint: "known: DPP, TOPSe; or give the dopant its initial concentration", place: [1, 8]),
    Bad(
      find: "partial-exchange", replace: "partial-exchang",
      message: "no law of dopants is called \"partial-exchang\"",
      hint: "did you mean \"partial-exchange\"? known: partial-exchange, surface-capture",
      place: [2, 7]),
    Bad(
      find: "cooperativity = 0.1", replace: "cooperativity = -0.1",
      message: "a pure number of \"-0.1\" makes no sense here", hint: nil, place: [5, 17]),
    Bad(
      find: "name = \"Ag\"", replace: "name = \"Ag 1\"",
      message: "the name of a species is one word", hint: nil, place: [1, 8]),
    Bad(
      find: "cooperativity = 0.1", replace: "residence = \"time\"",
      message: "the law \"partial-exchange\" has no \"residence\"", hint: nil, place: [5, 1]),
  ]

  @Test(arguments: bad)
  func `are refused where they cannot be`(_ bad: Bad) throws {
    let good = text(Self.silver)
    let line = good.prefix(through: try #require(good.firstRange(of: "[[dopant]]")).lowerBound)
      .split(separator: "\n", omittingEmptySubsequences: false).count
    let error = #expect(throws: ScenarioError.self) {
      try Scenario.parse(good.replacing(bad.find, with: bad.replace))
    }
    let first = try #require(error?.diagnostics.first)
    #expect(first.message == bad.message)
    if let hint = bad.hint { #expect(first.hint == hint) }
    #expect([first.line - line, first.column] == bad.place)
  }

  @Test func `are one for each name and each feed`() throws {
    for (change, message) in [
      ("name = \"Ag\"\nfeed = \"DPP\"", "the dopant \"Ag\" is there twice"),
      ("name = \"Mn\"\nfeed = \"Ag\"", "\"Ag\" feeds the dopant \"Ag\" already"),
    ] {
      let other = Self.silver.replacing("name = \"Ag\"", with: change)
        .replacing("initial = \"10 umol/L\"\n", with: "")
      let error = #expect(throws: ScenarioError.self) {
        try Scenario.parse(text(Self.silver + "\n\n" + other))
      }
      #expect(error?.diagnostics.map(\.message) == [message])
    }
  }

  @Test func `do not ride on moving classes`() throws {
    let closure = text(Self.silver, grid: "kind = \"moving\"")
      .replacing("largest = 200000\n", with: "")
      .replacing("[attachment]", with: "[nucleation]\nlaw = \"none\"\n\n[attachment]")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(closure) }
    let messages = error?.diagnostics.map(\.message)
    #expect(messages == ["particles carry no dopants on the moving grid"])
    #expect(error?.diagnostics.first?.hint == "use \"hybrid\" or \"exact\"")
    // Where the grid is not named, it is one that carries them.
    let free = closure.replacing("kind = \"moving\"\n", with: "")
      .replacing(
        "{ value = \"1 umol/L\", at = \"240 degC\", enthalpy = \"60 kJ/mol\" }",
        with: "\"0 mol/L\"")
    #expect(try Scenario.parse(free).experiment.grid.kind == .hybrid)
  }

  @Test func `are missed where there are none`() throws {
    let none = Self.silver.replacing("10 umol/L", with: "0 mol/L")
    #expect(
      try Scenario.parse(text(none)).warnings.map(\.message) == [
        "no \"Ag\" is ever dissolved, so that nothing is doped"
      ])
    let injected = text(none).replacing(
      "contents = { TOPSe = \"0.2 mol/L\" }",
      with: "contents = { TOPSe = \"0.2 mol/L\", Ag = \"1 mmol/L\" }")
    #expect(try Scenario.parse(injected).warnings.isEmpty)
  }
}
