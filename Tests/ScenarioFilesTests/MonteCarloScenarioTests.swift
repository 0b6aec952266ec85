import Foundation
import ScenarioFiles
import Synthesis
import Testing

/// What a scenario says of realizations, and what of it is refused.
@Suite struct `A scenario for realizations` {
  private static let tail = """
    [run]
    duration = "1 min"
    engine = "monte-carlo"

    [material]
    name = "CdSe"
    solubility = "1 umol/L"

    [flask]
    volume = "10 mL"
    temperature = "240 degC"

    [attachment]
    law = "power"
    rate_constant = "1e-20 m^3/s"
    exponent = 0
    releases = { L = 2 }

    [[species]]
    name = "L"

    [[species]]
    name = "A"
    initial = "20 mmol/L"
    units = 1

    [[reaction]]
    equation = "A -> solute + L"
    rate_constant = "0.05 1/s"

    [monte_carlo]
    volume = "1e-18 m^3"

    """

  private func text(_ find: String = "", _ replace: String = "") -> String {
    "schema = 1\n" + (find.isEmpty ? Self.tail : Self.tail.replacing(find, with: replace))
  }

  private func faults(_ text: String) throws -> [ScenarioDiagnostic] {
    let error = #expect(throws: ScenarioError.self) { try Scenario.parse(text) }
    return try #require(error).diagnostics
  }

  @Test func `needs a volume and nothing else`() throws {
    let scenario = try Scenario.parse(text())
    let experiment = scenario.experiment
    #expect(experiment.engine == .monteCarlo)
    #expect(
      experiment.monteCarlo
        == MonteCarlo(method: .compositionRejection, volume: 1e-18, replicates: 8))
    #expect(experiment.depths == [1e-9])
    #expect(scenario.warnings.allSatisfy { $0.message.contains("example") })
  }

  @Test func `says how realizations are drawn`() throws {
    let more = """
      [outputs]
      depths = ["1 nm", "5 angstrom", "1 nm"]

      [monte_carlo]
      method = "tau-leaping"
      replicates = 64
      standard_error = 0.01
      filling = "poisson"
      leap_error = 0.01
      """
    let experiment = try Scenario.parse(text("[monte_carlo]", more)).experiment
    #expect(
      experiment.monteCarlo
        == MonteCarlo(
          method: .tauLeaping, volume: 1e-18, replicates: 64, standardError: 0.01,
          filling: .poisson, leapError: 0.01))
    #expect(zip(experiment.depths, [5e-10, 1e-9]).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
  }

  @Test func `states its engine among the options in force`() throws {
    let options = try Scenario.parse(text()).experiment.physicsOptions
    let named = Dictionary(options.map { ($0.name, $0.value) }) { first, _ in first }
    #expect(named["engine"] == "monte-carlo")
    #expect(named["method"] == "composition-rejection")
    #expect(named["replicates"] == "8")
    #expect(named["grid"] == nil)
  }

  @Test func `resolves to a text that says the same`() throws {
    let scenario = try Scenario.parse(text())
    let again = try Scenario.parse(scenario.resolvedText())
    #expect(again.experiment.monteCarlo == scenario.experiment.monteCarlo)
    #expect(scenario.resolvedText().contains("replicates = 8"))
  }

  @Test func `may have its table where the balance runs`() throws {
    let scenario = try Scenario.parse(text("engine = \"monte-carlo\"\n", ""))
    #expect(scenario.experiment.engine == .balance)
    #expect(scenario.experiment.monteCarlo?.volume == 1e-18)
  }

  @Test(arguments: [
    (
      "equation = \"A -> solute + L\"", "equation = \"A -> solute + 0.5 L\"", 29, "0.5 molecules in"
    ),
    ("releases = { L = 2 }", "releases = { L = 1.5 }", 18, "1.5 molecules that a unit sets"),
    (
      "units = 1\n\n[[reaction]]\nequation = \"A -> solute + L\"",
      "units = 1.5\n\n[[reaction]]\nequation = \"2 A -> 3 solute\"\norders = { A = 1 }", 26,
      "1.5 solute units"
    ),
  ])
  func `counts whole molecules`(find: String, replace: String, line: Int, message: String) throws {
    let faults = try faults(text(find, replace))
    let fault = try #require(faults.first { $0.message.hasPrefix(message) })
    #expect(fault.hint == "write whole numbers, or use the engine \"balance\"")
    #expect(fault.line == line)
  }

  @Test(arguments: [
    ("kind = \"laminar\"", "a laminar tube mixes"),
    ("kind = \"tanks-in-series\"\ntanks = 3", "particles are not followed from tank to tank"),
  ])
  func `is one vessel`(kind: String, message: String) throws {
    let reactor = "[reactor]\nresidence_time = \"1 min\"\n\(kind)\n\n[monte_carlo]"
    let fault = try #require(try faults(text("[monte_carlo]", reactor)).first)
    #expect(fault.message.hasPrefix(message))
    #expect(fault.line == 34)
  }

  @Test func `may have a closed top, and no open one`() throws {
    let closed = "[grid]\ntop = \"closed\"\nlargest = 100\n\n[monte_carlo]"
    let scenario = try Scenario.parse(text("[monte_carlo]", closed))
    #expect(scenario.experiment.grid.largest == 100)
    #expect(!scenario.warnings.contains { $0.message.contains("[grid]") })
    let open = closed.replacing("closed", with: "open")
    let fault = try #require(try faults(text("[monte_carlo]", open)).first)
    #expect(fault.message == "particles do not leave a realization at the top")
  }

  @Test func `does not ask for more memory than there is`() throws {
    let needed = Double(ProcessInfo.processInfo.physicalMemory) / 500 / 61
    let many = text("[monte_carlo]", "[monte_carlo]\nreplicates = \(Int(2 * needed))")
    let fault = try #require(try faults(many).first)
    #expect(fault.message.contains("of memory, and this machine has"))
    let some = text("[monte_carlo]", "[monte_carlo]\nreplicates = \(Int(0.4 * needed))")
    #expect(throws: Never.self) { try Scenario.parse(some) }
  }

  @Test func `does not list more seeds than memory holds`() throws {
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    let seeds = min(2e9, 1.2 * memory / MonteCarlo.bytesPerParticle)
    let seeded = "[[seed]]\nnumber = \"\(seeds)e18 1/m^3\"\ndiameter = \"3 nm\"\n\n[monte_carlo]"
    #expect(throws: Never.self) { try Scenario.parse(text("[monte_carlo]", seeded)) }
    let histories = seeded + "\nhistories = true"
    guard seeds > memory / MonteCarlo.bytesPerParticle else { return }
    let fault = try #require(try faults(text("[monte_carlo]", histories)).first)
    #expect(fault.message.contains(" seeds and 8 replicates of 61 outputs need "))
  }

  @Test(arguments: ["tau-leaping", "continuous-solute"])
  func `carries nothing where particles are not told apart`(method: String) throws {
    let carries = "[monte_carlo]\nmethod = \"\(method)\""
    let past = try #require(
      try faults(text("[monte_carlo]", carries + "\nhistories = true")).first)
    #expect(
      past.message
        == "particles carry no history under \"\(method)\", which does not tell them apart")
    #expect(past.hint == "use \"composition-rejection\" or \"direct\"")
    let dopant =
      "[[dopant]]\nname = \"L\"\nlaw = \"partial-exchange\"\nrate_constant = \"1 L/(mol s)\"\n\n"
    let carried = try #require(
      try faults(text("[monte_carlo]", dopant + carries)).first)
    #expect(carried.message.hasPrefix("particles carry no \"L\" under \"\(method)\""))
  }

  @Test func `counts no more molecules than it can`() throws {
    let fault = try #require(try faults(text("1e-18 m^3", "5 mL")).first)
    // 20 mol/m³ in 5 mL, above 2^53.
    #expect(
      fault.message == "the volume holds 6.02e+19 molecules, more than can be counted, 9.01e+15")
    #expect(fault.hint == "\"8.3e-17 m^3\" holds 1e9 of them")
  }

  @Test func `says which volume would hold something`() throws {
    let fault = try #require(try faults(text("1e-18 m^3", "1e-27 m^3")).first)
    let volume = try #require(fault.hint?.split(separator: "\"").first)
    let scenario = try Scenario.parse(text("1e-18 m^3", String(volume)))
    // 20 mol/m³ times Avogadro's number.
    let held = 20 * 6.02214076e23 * (scenario.experiment.monteCarlo?.volume ?? 0)
    #expect(abs(held - 1000) < 5)
  }

  @Test(arguments: [
    (
      "[monte_carlo]", "[grid]\nkind = \"exact\"\n\n[monte_carlo]",
      "\"kind\" of [grid] has no effect"
    ),
    (
      "[monte_carlo]", "[grid]\nunit_cells = 80\ncell_ratio = 0.1\nlargest = 100\n\n[monte_carlo]",
      "\"unit_cells\", \"cell_ratio\", \"largest\" of [grid] have no effect"
    ),
    ("[monte_carlo]", "[outputs]\nfull = true\n\n[monte_carlo]", "\"full\" has no effect"),
    ("[monte_carlo]", "[monte_carlo]\nleap_error = 0.1", "\"leap_error\" has no effect"),
  ])
  func `is warned of what comes to nothing`(
    find: String, replace: String, message: String
  ) throws {
    let warnings = try Scenario.parse(text(find, replace)).warnings
    #expect(warnings.filter { $0.message.hasPrefix(message) }.count == 1)
  }
}
