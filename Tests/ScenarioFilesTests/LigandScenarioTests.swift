import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// Ligands arrive as they are written, and what they do is plain.
@Suite struct `A scenario's ligands` {
  private static let sites = """
    adsorption_constant = { value = "100 L/(mol s)", at = "25 degC", activation_energy = "20 kJ/mol" }
    desorption_constant = "0.5 1/s"
    site_density = "4 1/nm^2"
    """

  private func text(attachment: String = "", ligands: String) -> String {
    Fixtures.good.replacing(
      "law = \"mixed\"", with: "law = \"ligand-gated\"\nbase = \"mixed\"\n\(attachment)"
    ).replacing("[grid]\n", with: "\(ligands)\n\n[grid]\n")
  }

  @Test func `are species, known or new`() throws {
    let experiment = try Scenario.parse(
      text(
        attachment: "ligand = \"OA\"\nreleases = { OA = 2 }",
        ligands: """
          [[ligand]]
          name = "OA"
          initial = "10 mM"
          initial_coverage = 0.25
          \(Self.sites)

          [[ligand]]
          name = "DPP"
          \(Self.sites)
          """)
    ).experiment
    #expect(experiment.network.species.map(\.name) == ["TOPSe", "DPP", "OA", "solute"])
    #expect(experiment.network.species[2] == Species(name: "OA", initial: 10))
    #expect(experiment.ladder.releases == ["OA": 2])
    let ligand = try #require(experiment.ligands.first)
    #expect(ligand.name == "OA" && ligand.siteDensity == 4e18)
    #expect(abs(ligand.adsorptionConstant.value - 0.1) < 1e-15)
    #expect(ligand.adsorptionConstant.energy == 20_000)
    #expect(ligand.desorptionConstant.value == 0.5 && ligand.initialCoverage == 0.25)
    // DPP takes part as a catalyst, and blocks nothing.
    #expect(experiment.ligands.map(\.gates) == [true, false])
    #expect(experiment.ligands[1].initialCoverage == nil)
  }

  @Test func `block all where none is named`() throws {
    let list = "[[ligand]]\nname = \"DPP\"\n\(Self.sites)"
    #expect(try Scenario.parse(text(ligands: list)).experiment.ligands.map(\.gates) == [true])
    let named = text(attachment: "ligand = [\"DPP\"]", ligands: list)
    #expect(try Scenario.parse(named).experiment.ligands.map(\.gates) == [true])
  }

  @Test func `are missed where a law waits for them`() throws {
    let warnings = try Scenario.parse(text(ligands: "")).warnings
    #expect(warnings.map(\.message) == ["no ligand is there, so that nothing blocks growth"])
    let energy = try Scenario.parse(Fixtures.goodLaws).warnings.map(\.message)
    #expect(energy.contains("no ligand is there, so that nothing binds"))
  }

  @Test func `may bind the solute, by an ordinary reaction`() throws {
    let experiment = try Scenario.parse(
      text(
        ligands: """
          [[ligand]]
          name = "OA"
          initial = "10 mM"
          \(Self.sites)

          [[species]]
          name = "complex"
          units = 1

          [[reaction]]
          equation = "solute + OA <-> complex"
          rate_constant = "1e3 L/(mol s)"
          equilibrium_constant = "1e3 L/mol"
          """)
    ).experiment
    #expect(experiment.network.reactions.count == 2)
  }

  @Test func `leave the solute another name`() throws {
    let consumed = Fixtures.good.replacing(
      "law = \"mixed\"", with: "law = \"mixed\"\nconsumes = \"TOPSe\"")
    #expect(try Scenario.parse(consumed).experiment.ladder.monomer == "TOPSe")
    #expect(try Scenario.parse(Fixtures.good).experiment.ladder.monomer == "solute")
  }
}
