import Foundation
import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// What `[nucleation]` and `[coalescence]` say arrives in the experiment.
@Suite struct `A scenario with closures` {
  private func experiment(_ tables: String) throws -> Experiment {
    try Scenario.parse(text(tables)).experiment
  }

  private func text(_ tables: String) -> String {
    Fixtures.good.replacing("[grid]\n", with: tables + "\n[grid]\n")
      .replacing("kind = \"exact\"", with: "kind = \"hybrid\"")
  }

  private func forms(_ law: (any Law)?) -> [String: String] {
    Dictionary(
      (law?.chosen ?? []).map { ($0.choice, $0.option) }, uniquingKeysWith: { first, _ in first })
  }

  private let medium = Medium(temperature: 513.15, solute: 1.0, partner: 2.0, coverage: 0.5)

  private func near(_ found: Double?, _ expected: Double) throws {
    #expect(abs(try #require(found) / expected - 1) <= 1e-12)
  }

  @Test(arguments: ["", "[nucleation]\n", "[nucleation]\nlaw = \"cluster-ladder\"\n"])
  func `has none by default`(_ tables: String) throws {
    let experiment = try experiment(tables)
    #expect(experiment.nucleation == nil && experiment.coalescence == nil)
    let options = experiment.physicsOptions
    #expect(options.first { $0.name == "nucleation" }?.value == "cluster-ladder")
    #expect(options.first { $0.name == "coalescence" }?.value == "none")
  }

  @Test func `is classical, self-consistent and one kT below the top unless it says else`() throws {
    let experiment = try experiment("[nucleation]\nlaw = \"classical\"\n")
    let closure = try #require(experiment.nucleation)
    #expect(closure.partner == nil && closure.law.partnerCount == 0)
    #expect(
      forms(closure.law) == [
        "prefactor": "self-consistent", "nucleus": "kT-above", "place": "solution",
      ])
    #expect(
      experiment.physicsOptions.first { $0.name == "nucleation" }?.value
        == "classical, prefactor self-consistent, nucleus kT-above, place solution")
    #expect(closure.law.birth(on: experiment.ladder, in: medium).rate > 0)
  }

  @Test func `takes a rate for the prefactor and a radius for the nucleus`() throws {
    let experiment = try experiment(
      """
      [nucleation]
      law = "classical"
      prefactor = { value = "1e27 1/(cm^3 s)", at = "240 degC", activation_energy = "10 kJ/mol" }
      nucleus = "0.8 nm"

      """)
    let law = try #require(experiment.nucleation?.law)
    #expect(forms(law)["prefactor"] == "given" && forms(law)["nucleus"] == "given")
    let birth = law.birth(on: experiment.ladder, in: medium)
    try near(birth.units, experiment.ladder.units(ofRadius: 0.8e-9))
    let work = try #require(experiment.ladder.criticalNucleus(in: medium)).work
    try near(birth.rate, 1e33 * exp(-work))
  }

  @Test func `nucleates on sites, which a species is`() throws {
    let closure = try #require(
      try experiment(
        """
        [nucleation]
        law = "classical"
        nucleus = "critical"
        heterogeneous = { sites = "DPP", contact_factor = 0.3 }

        """
      ).nucleation)
    #expect(closure.partner == "DPP" && closure.law.partnerCount == 1)
    #expect(forms(closure.law)["place"] == "sites")
  }

  @Test func `has an exponential, a power, and three that meet`() throws {
    let exponential = try experiment(
      """
      [nucleation]
      law = "exponential"
      prefactor = "1e30 1/(m^3 s)"
      barrier = 335
      nucleus_radius = "0.6 nm"

      """)
    let ladder = exponential.ladder
    let solubility = medium(ladder.solubility)
    let driving = log(1 / solubility)
    var birth = exponential.nucleation?.law.birth(on: ladder, in: medium)
    try near(birth?.rate, 1e30 * exp(-335 / (driving * driving)))
    try near(birth?.units, ladder.units(ofRadius: 0.6e-9))
    let power = try experiment(
      """
      [nucleation]
      law = "power-law"
      rate_constant = "1e-3 (L/mol)^1.5/s"
      order = 2.5
      nucleus_units = 12

      """)
    birth = power.nucleation?.law.birth(on: ladder, in: medium)
    // 1 mol/m³ is 1e-3 mol/L: k c^2.5 = 1e-3 · 1e-7.5 mol/(L s), a thousand times that per m³.
    try near(birth?.rate, 6.022_140_76e23 * 1e-3 * exp(-7.5 * log(10.0)) * 1e3)
    #expect(birth?.units == 12)
    let meeting = try experiment(
      """
      [nucleation]
      law = "termolecular"
      rate_constant = "2 m^6/(mol^2 s)"
      partner = "TOPSe"

      """)
    birth = meeting.nucleation?.law.birth(on: ladder, in: medium)
    try near(birth?.rate, 2 * 1 * 4 * 6.022_140_76e23)
    #expect(birth?.units == 3 && meeting.nucleation?.partner == "TOPSe")
  }

  @Test func `coalesces from the crystal floor on, or from where it says`() throws {
    let plain = try experiment(
      "[coalescence]\nlaw = \"brownian\"\nviscosity = \"0.6 mPa s\"\nstability_ratio = 10\n")
    #expect(plain.coalescence?.smallest == plain.crystalFloor)
    #expect(
      plain.physicsOptions.first { $0.name == "coalescence" }?.value
        == "brownian, from \(plain.crystalFloor) units on")
    let particle = Particle(units: 40.0, volumePerUnit: 1e-28)
    try near(
      plain.coalescence?.law.kernel(particle, particle, in: medium),
      0.1 * 8 * 1.380_649e-23 * 513.15 / (3 * 0.6e-3))
    let gelling = try experiment(
      "[coalescence]\nlaw = \"product\"\nrate_constant = \"1e-20 m^3/s\"\nsmallest = 1\n")
    #expect(gelling.coalescence?.smallest == 1 && gelling.coalescence?.law.gels == true)
    let gated = try experiment(
      """
      [coalescence]
      law = "ligand-barrier"
      viscosity = { value = "1 mPa s", at = "240 degC", activation_energy = "-15 kJ/mol" }
      barrier = "20 kJ/mol"
      contact = "any-surface"

      """)
    #expect(gated.coalescence?.law.reads == .temperature)
  }

  @Test(arguments: ["product", "sum"])
  func `is refused where its seeds gel before the end`(law: String) throws {
    // Pairs of units: k Σ n² c_n = 0.25e-22 · 4 · 1e22 = 1 per second.
    func text(lasting seconds: String) -> String {
      """
      schema = 1
      [run]
      duration = "\(seconds) s"
      [material]
      name = "pairs"
      volume_per_unit = "1e-28 m^3"
      surface_energy = "0 J/m^2"
      solubility = "0 mol/m^3"
      [flask]
      volume = "10 mL"
      temperature = "298.15 K"
      [[seed]]
      number = "1e22 1/m^3"
      diameter = "0.7255663357195627 nm"
      [nucleation]
      law = "none"
      [attachment]
      law = "surface-limited"
      surface_rate_constant = "0 m/s"
      [coalescence]
      law = "\(law)"
      rate_constant = "0.25e-22 m^3/s"
      smallest = 2
      """
    }
    let gel = try Scenario.parse(text(lasting: "0.99")).experiment.latestGelTime
    guard law == "product" else {
      #expect(gel == nil)
      return
    }
    #expect(abs(try #require(gel) - 1) < 1e-6)
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text(lasting: "1.01")) }
    let fault = try #require(error?.diagnostics.first)
    #expect(fault.message.hasPrefix("particles gel before the run is over"))
    #expect(fault.line == 21)
  }

  @Test func `reads again as it is shown, and sweeps over what stands for a form`() throws {
    let text = text(
      """
      [nucleation]
      law = "classical"
      prefactor = "1e30 1/(m^3 s)"
      heterogeneous = { sites = "DPP", contact_factor = 0.3 }

      [coalescence]
      law = "constant"
      rate_constant = "1e-20 m^3/s"

      """
    ).replacing("prefactor = \"1e30 1/(m^3 s)\"\n", with: "")
    let scenario = try Scenario.parse(text)
    let again = try Scenario.parse(scenario.resolvedText(showsOrigins: true))
    #expect(again.resolved.map(\.text) == scenario.resolved.map(\.text))
    #expect(again.experiment.nucleation?.partner == "DPP")
    #expect(scenario.resolvedText().contains("nucleus = \"kT-above\""))
    let plain = try Scenario.parse(self.text("[nucleation]\nlaw = \"classical\"\n"))
    let swept = try plain.with([ScenarioOverride("nucleation.prefactor", "2e30 1/(m^3 s)")])
    #expect(forms(swept.experiment.nucleation?.law)["prefactor"] == "given")
  }

  @Test func `needs what dissolves where a supersaturation is asked for`() throws {
    let text = text("[nucleation]\nlaw = \"classical\"\n").replacing(
      "solubility = { value = \"1 umol/L\", at = \"240 degC\", enthalpy = \"60 kJ/mol\" }",
      with: "solubility = \"0 mol/L\"")
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text) }
    let fault = try #require(error?.diagnostics.first)
    #expect(fault.message.contains("needs a supersaturation") && fault.line == 61)
  }
}
