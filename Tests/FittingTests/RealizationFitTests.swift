import Foundation
import Inference
import ScenarioFiles
import Testing

@testable import Fitting

/// A precursor that decays, P(t) = P0 exp(-k t), in an engine whose answers jump.
@Suite("Fits of realizations")
struct RealizationFitTests {
  @Test("find a rate constant by values alone, and say that it has no derivatives")
  func derivativeFree() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fit-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let times = [0.0, 10, 20, 40, 60]
    let rows = times.map { "\($0),\(5 * Foundation.exp(-0.05 * $0))" }
    let table = "time [s],P [mol/m^3]\n" + rows.joined(separator: "\n") + "\n"
    try Data(table.utf8).write(to: URL(fileURLWithPath: "\(folder)/decay.csv"))
    let scenario = try Scenario.parse(Self.text, name: "\(folder)/scenario.toml")
    let fit = try GlobalFit(scenario, try #require(scenario.fit))
    let result = try fit.run(jobs: 1)
    // 32 flasks of 3011 molecules: P is known to 0.3 % where most of it has gone.
    let found = try #require(result.best.values.first)
    #expect(abs(found / 0.05 - 1) < 0.01)
    #expect(result.best.jacobians == 0 && result.best.evaluations > 5)
    #expect(fit.model.refusal(at: [0.05]) == "realizations have no derivatives")
    #expect(result.numericalShift == nil)
    #expect(result.bands.runs.first?.bands.isEmpty == false)
  }

  private static let text = """
    schema = 1
    [run]
    duration = "60 s"
    outputs = { every = "10 s" }
    engine = "monte-carlo"
    [monte_carlo]
    volume = "1e-21 m^3"
    replicates = 32
    [material]
    name = "CdSe"
    surface_energy = "0.3 J/m^2"
    solubility = "1 mol/L"
    [flask]
    volume = "10 mL"
    temperature = "240 degC"
    [[species]]
    name = "P"
    initial = "5 mmol/L"
    units = 0
    [[species]]
    name = "Q"
    units = 0
    [[reaction]]
    equation = "P -> Q"
    rate_constant = "0.08 1/s"
    [attachment]
    law = "surface-limited"
    surface_rate_constant = "1e-4 m/s"
    [fit]
    method = "derivative-free"
    predictions = 4
    [[fit.parameter]]
    path = "reaction[0].rate_constant"
    from = "0.01 1/s"
    to = "0.5 1/s"
    [[fit.data]]
    kind = "quantity"
    quantity = "P"
    file = "decay.csv"
    scale = 1
    absolute_error = 0.02
    """
}
