import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Values put in the place of others.
@Suite struct `An override` {
  private func scenario(_ options: String...) throws -> Scenario {
    let overrides = try options.map { try ScenarioOverride(option: $0) }
    return try Scenario.parse(Fixtures.good, overrides: overrides)
  }

  @Test func `reaches keys, entries of lists and named entries`() throws {
    let experiment = try scenario(
      "run.duration=2 h", "reaction[0].rate_constant.value=0.1 1/(M s)",
      "species[TOPSe].initial=\"40 mM\"", "grid.largest=5000", "run.seed = 7"
    ).experiment
    #expect(experiment.duration == 7200)
    #expect(abs((experiment.network.reactions.first?.rateConstant.value ?? 0) - 1e-4) < 1e-17)
    #expect(experiment.network.species[0].initial == 40)
    #expect(experiment.grid.largest == 5000)
    #expect(experiment.seed == 7)
  }

  @Test func `makes what is not there yet`() throws {
    let experiment = try scenario("attachment.capture_radius=sum", "outputs.full=true").experiment
    #expect(experiment.ladder.captureRadius == .sum)
    #expect(experiment.keepsEverySize)
  }

  @Test func `gives a plain value its temperature`() throws {
    let experiment = try scenario(
      "attachment.diffusivity.at=240 degC", "attachment.diffusivity.activation_energy=20 kJ/mol"
    ).experiment
    #expect(experiment.ladder.solubility.energy == 60_000)
  }

  @Test(arguments: [
    ("run.duraton=1 h", 1, "[run] has no key \"duraton\""),
    ("run.duration=1 m", 14, "\"1 m\" is a length; a time is needed"),
    ("reaction[4].yield=1", 1, "the path reaction[4].yield names nothing: there is no reaction[4]"),
    ("reaction.yield=1", 1, "the path reaction.yield names nothing: reaction is a list of 1"),
    (
      "species[TOPS].initial=1 mM", 1,
      "the path species[TOPS].initial names nothing: there is no species[TOPS]"
    ),
    (
      "title.more=1", 1,
      "the path title.more names nothing: title is a text and has no key \"more\""
    ),
    ("run..duration=1 h", 1, "\"run..duration\" is no path to a value"),
    ("duration", 1, "\"duration\" sets nothing"),
  ])
  func `that is wrong is told at its own place`(_ option: String, _ column: Int, _ message: String)
    throws
  {
    let error = #expect(throws: ScenarioError.self) { try scenario(option) }
    let first = try #require(error?.diagnostics.first)
    #expect(first.message == message)
    #expect(first.file == "--set" && first.line == 1 && first.column == column)
  }

  @Test func `of a sweep gives what the changed file gives`() throws {
    let base = try Scenario.parse(Fixtures.good)
    let point = try base.with([
      ScenarioOverride("reaction[0].rate_constant.value", "0.1 1/(M s)"),
      ScenarioOverride("material.surface_energy", "0.12 J/m^2"),
    ])
    let written = try Scenario.parse(
      Fixtures.good.replacing("value = \"0.05 1/(M s)\"", with: "value = \"0.1 1/(M s)\"")
        .replacing("\"0.10 J/m^2\"", with: "\"0.12 J/m^2\""))
    #expect(point.identityText == written.identityText)
    #expect(point.experiment.network.reactions == written.experiment.network.reactions)
    #expect(base.experiment.network.reactions != written.experiment.network.reactions)
  }

  @Test(arguments: Fixtures.shipped)
  func `of a point gives what reading all anew gives`(_ path: String) throws {
    let base = try Scenario.load(path)
    let changes = [
      [ScenarioOverride("flask.temperature", "371.5 K")],
      [
        ScenarioOverride("material.surface_energy", "0.123 J/m^2"),
        ScenarioOverride("run.seed", "7"),
      ],
      [ScenarioOverride("grid.largest", "2500")],
    ]
    for overrides in changes {
      guard let whole = try? Scenario.load(path, overrides: overrides) else { continue }
      let point = try base.with(overrides)
      #expect(point.identityText == whole.identityText)
      #expect(point.resolvedText() == whole.resolvedText())
      #expect(point.warnings == whole.warnings)
      #expect(point.identityText != base.identityText)
    }
  }
}
