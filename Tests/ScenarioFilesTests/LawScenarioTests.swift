import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Laws with forms, lists and a law inside another arrive as they are written.
@Suite struct `A scenario's laws` {
  private let ladder: Ladder
  private let volume: Double

  init() throws {
    ladder = try Scenario.parse(Fixtures.goodLaws).experiment.ladder
    volume = ladder.volumePerUnit
  }

  private func particle(_ units: Double) -> Particle<Double> {
    Particle(units: units, volumePerUnit: volume)
  }

  private func attachment(_ ladder: Ladder, _ units: Double, coverage: Double = 0) -> Double {
    ladder.attachment.attachment(
      of: particle(units), taking: GrowthStep(energy: 0.3, equilibrium: 0.2),
      in: Medium(temperature: 513.15, solute: 1, coverage: coverage))
  }

  private func energy(_ index: Int, _ units: Double) -> Double {
    ladder.energies[index].energy(
      of: particle(units), in: Medium(temperature: 513.15, binding: 3))
  }

  @Test func `change another law, whose keys stand beside theirs`() {
    let large = particle(1e6)
    // Twenty decay lengths above the reference nothing but the floor is left.
    #expect(abs(attachment(ladder, 1e6) / (large.area * 1e-5) - 1) < 1e-6)
    #expect(abs(attachment(ladder, 1e6, coverage: 0.5) / attachment(ladder, 1e6) - 0.25) < 1e-12)
    #expect(ladder.reads == [.temperature, .coverage, .binding])
  }

  @Test func `act from the crystal floor on where nothing else is said`() {
    #expect(ladder.energies.count == 5)
    let (charge, ligands) = (1, 2)
    #expect(abs(energy(charge, 25) / energy(charge, 10) - 1) < 1e-3)
    #expect(energy(charge, 40) / energy(charge, 80) > 1.25)
    #expect(abs(energy(ligands, 12) / energy(ligands, 2) - 1) < 1e-3)
    #expect(energy(ligands, 40) / energy(ligands, 20) > 1.25)
  }

  @Test func `hold lists in SI`() {
    let magic = 4
    let electronvolt = 1.602_176_634e-19
    let wells: [(units: Double, depth: Double)] = [(13, 0.2), (55, 0.3), (14, 0)]
    for well in wells {
      #expect(abs(energy(magic, well.units) + well.depth * electronvolt) < 1e-30)
    }
  }

  @Test func `are written out and read again`() throws {
    let scenario = try Scenario.parse(Fixtures.goodLaws)
    let text = scenario.resolvedText()
    #expect(text.contains("base = \"size-decreasing\"\n"))
    #expect(text.contains("form = \"floor\"\n"))
    #expect(text.contains("sizes = [13, 55]\n"))
    let again = try Scenario.parse(text)
    #expect(again.resolved.map(\.path) == scenario.resolved.map(\.path))
    #expect(again.resolved.map(\.text) == scenario.resolved.map(\.text))
    #expect(scenario.resolved.contains { $0.path == "attachment.form" })
  }

  @Test func `have a default form, which is shown`() throws {
    let scenario = try Scenario.parse(
      Fixtures.good.replacing(
        "law = \"mixed\"\nsurface_rate_constant = \"2e-4 m/s\"\ndiffusivity = \"1e-9 m^2/s\"",
        with: """
          law = "surface-atoms"
          rate_constant = "249454 1/(M h)"
          large_rate_constant = "6097 1/(M h)"
          cutoff = 108
          """))
    let resolved = Dictionary(
      scenario.resolved.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    #expect(resolved["attachment.form"] == "\"step\"")
    #expect(resolved["attachment.counting"] == "\"power\"")
    let perMole = attachment(scenario.experiment.ladder, 1) * 6.022_140_76e23
    #expect(abs(perMole / (2.677 * 249_454e-3 / 3600) - 1) < 1e-12)
  }

  @Test func `may be swept in a constant that stands in no file`() throws {
    let film = ScenarioOverride("attachment.film_thickness", "5 nm")
    let thin = try Scenario.parse(Fixtures.good, overrides: [film]).experiment.ladder
    let still = try Scenario.parse(Fixtures.good).experiment.ladder
    #expect(attachment(thin, 5000) > attachment(still, 5000))
  }
}
