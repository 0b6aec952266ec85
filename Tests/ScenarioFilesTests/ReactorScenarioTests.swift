import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Syringe pumps, mixing times and reactors arrive as they are written.
@Suite struct `A scenario's flows` {
  private static let injection = """
    [[injection]]
    at = "10 s"
    volume = "1 mL"
    temperature = "25 degC"
    contents = { TOPSe = "0.2 mol/L" }


    """

  private static let heat = """
    [flask.heat]
    heat_transfer = "0.5 W/K"
    heat_capacity = "1.8 J/(cm^3 K)"
    crystallisation_enthalpy = "-20 kJ/mol"


    """

  /// The good scenario with other text in the place of its injection.
  private func scenario(_ text: String, isIsothermal: Bool = false) throws -> Scenario {
    var whole = Fixtures.good.replacing(Self.injection, with: text + "\n\n")
    if isIsothermal {
      whole = whole.replacing(Self.heat, with: "")
      let program = whole.firstRange(of: "program = [")
      let end = whole.firstRange(of: "]\n\n")
      if let program, let end { whole.removeSubrange(program.lowerBound..<end.upperBound) }
    }
    return try Scenario.parse(whole)
  }

  @Test(arguments: [
    "rate = \"1 mL/min\"\nduration = \"10 min\"", "rate = \"1 mL/min\"\nvolume = \"10 mL\"",
    "duration = \"10 min\"\nvolume = \"10 mL\"",
    "rate = \"1 mL/min\"\nduration = \"10 min\"\nvolume = \"10 mL\"",
    "program = [{ rate = \"1 mL/min\", duration = \"10 min\" }]",
  ])
  func `pump at one rate, however it is said`(_ amount: String) throws {
    let recipe = try scenario(
      "[[feed]]\nat = \"1 min\"\n\(amount)\ncontents = { TOPSe = \"0.2 mol/L\" }"
    ).experiment.recipe
    let injection = try #require(recipe.injections.first)
    #expect(recipe.injections.count == 1)
    #expect(injection.time == 60 && abs(injection.duration - 600) < 1e-9)
    #expect(abs(injection.volume - 1e-5) < 1e-17)
    #expect(injection.contents == [200, 0, 0])
  }

  @Test func `pump by a program, with pauses`() throws {
    let recipe = try scenario(
      """
      [[feed]]
      program = [
        { rate = "6 mL/h", duration = "10 min" },
        { rate = "0 mL/h", duration = "5 min" },
        { rate = "12 mL/h", duration = "5 min" },
      ]
      temperature = "25 degC"
      """
    ).experiment.recipe
    #expect(recipe.injections.map(\.time) == [0, 900])
    #expect(zip(recipe.injections, [1e-6, 1e-6]).allSatisfy { abs($0.volume - $1) < 1e-18 })
    #expect(recipe.injections.map(\.temperature) == [298.15, 298.15])
  }

  @Test func `fill a flask to its capacity and no further`() throws {
    let feed = "[[feed]]\nrate = \"1 mL/min\"\nduration = \"1 h\""
    let good = Fixtures.good.replacing(Self.injection, with: feed + "\n\n")
    func loads(_ capacity: String) -> Bool {
      let text = good.replacing(
        "volume = \"10 mL\"", with: "volume = \"10 mL\"\ncapacity = \"\(capacity)\"")
      return (try? Scenario.parse(text)) != nil
    }
    // The run ends after half of the feed.
    #expect(loads("40 mL") && !loads("39.9 mL"))
    let warnings = try Scenario.parse(good).warnings
    #expect(
      warnings.map(\.headline) == [
        "scenario.toml:49:1: warning: the feed goes on until 60 min, after the run is over"
      ])
  }

  @Test func `mix in their time, by a pool beside the solution`() throws {
    let text = """
      [[injection]]
      volume = "1 mL"
      mixing_time = "2 s"
      contents = { TOPSe = "0.2 mol/L", DPP = "0.1 mol/L" }

      [[injection]]
      at = "5 s"
      volume = "1 mL"
      mixing_time = "4 s"
      contents = { TOPSe = "0.3 mol/L" }

      [[injection]]
      at = "9 s"
      volume = "1 mL"
      mixing_time = "2 s"
      contents = { TOPSe = "0.4 mol/L" }
      """
    let experiment = try scenario(text).experiment
    let network = experiment.network
    #expect(
      network.species.map(\.name) == [
        "TOPSe", "DPP", "solute", "TOPSe (unmixed)", "DPP (unmixed)", "TOPSe (unmixed 2)",
      ])
    #expect(network.species.map(\.units) == [1, 0, 1, 1, 0, 1])
    #expect(network.reactions.dropFirst().map(\.rateConstant.value) == [0.5, 0.5, 0.25])
    #expect(
      experiment.recipe.injections.map(\.contents) == [
        [0, 0, 0, 200, 100, 0], [0, 0, 0, 0, 0, 300], [0, 0, 0, 400, 0, 0],
      ])
  }

  @Test func `pass one tank, which starts with what flows in`() throws {
    let experiment = try scenario("[reactor]\nkind = \"cstr\"\nresidence_time = \"5 min\"")
      .experiment
    #expect(experiment.reactor == .flask)
    let flow = try #require(experiment.recipe.flowThrough)
    #expect(flow.residenceTime == 300 && flow.contents == [20, 5, 0])
    #expect(flow.seeds == experiment.seeds && flow.temperature == nil)
    #expect(experiment.duration == 1800)
  }

  @Test func `pass tanks, each with its share of the time`() throws {
    let experiment = try scenario(
      """
      [reactor]
      kind = "tanks-in-series"
      residence_time = "5 min"
      tanks = 5
      feed = { DPP = "1 mM" }
      temperature = "60 degC"
      """
    ).experiment
    #expect(experiment.reactor == .tanks(5))
    let flow = try #require(experiment.recipe.flowThrough)
    #expect(flow.residenceTime == 60 && flow.contents == [0, 1, 0])
    #expect(flow.seeds.isEmpty && flow.temperature == 333.15)
  }

  @Test(arguments: [("plug-flow", Reactor.plugFlow), ("laminar", .laminarTube)])
  func `pass a tube, at whose end the last output is`(_ kind: String, _ reactor: Reactor) throws {
    let text = "[reactor]\nkind = \"\(kind)\"\nresidence_time = \"12 min\""
    let whole = Fixtures.good.replacing("\"10 min\", \"30 min\"]", with: "\"10 min\"]")
    let program = try #require(whole.firstRange(of: "program = ["))
    let species = try #require(whole.firstRange(of: "[[species]]"))
    let isothermal = whole.replacingCharacters(
      in: program.lowerBound..<species.lowerBound, with: "\n")
    let experiment = try Scenario.parse(isothermal.replacing(Self.injection, with: text + "\n\n"))
      .experiment
    #expect(experiment.reactor == reactor)
    #expect(experiment.recipe.flowThrough == nil)
    #expect(experiment.duration == 720 && experiment.outputs == [0, 1, 600, 720])
  }

  @Test func `warn of a temperature that nothing follows`() throws {
    let text = """
      [reactor]
      kind = "cstr"
      residence_time = "5 min"
      temperature = "60 degC"
      """
    let warnings = try scenario(text, isIsothermal: true).warnings
    #expect(
      warnings.map(\.message) == [
        "the temperature of what flows in has no effect: the flask keeps its program"
      ])
  }

  @Test func `are named in the header`() throws {
    func vessel(_ text: String) throws -> String? {
      try scenario(text).experiment.physicsOptions.first { $0.name == "reactor" }?.value
    }
    #expect(try vessel("") == "batch")
    let tanks = "[reactor]\nkind = \"tanks-in-series\"\nresidence_time = \"20 min\"\ntanks = 4"
    #expect(try vessel(tanks) == "4 stirred tanks in series, 5 min each")
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
