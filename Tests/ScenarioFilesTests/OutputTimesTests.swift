import Kinetics
import ScenarioFiles
import Synthesis
import Testing

/// When the state is kept.
@Suite struct `Output times` {
  private func times(_ outputs: String) throws -> [Double] {
    let text = Fixtures.good.replacing(
      "outputs = [\"0 s\", \"1 s\", \"10 min\", \"30 min\"]", with: outputs)
    return try Scenario.parse(text).experiment.outputs
  }

  @Test func `are spaced by equal factors by default`() throws {
    let times = try times("")
    #expect(times.count == 61)
    #expect(times[0] == 0.18 && times[60] == 1800)
    #expect(abs(times[30] / 18 - 1) < 1e-12)
  }

  @Test func `are spaced by equal steps`() throws {
    #expect(
      try times("outputs = { spacing = \"linear\", count = 5 }") == [0, 450, 900, 1350, 1800])
  }

  @Test func `come every so often, the end included`() throws {
    #expect(try times("outputs = { every = \"10 min\" }") == [0, 600, 1200, 1800])
    #expect(try times("outputs = { every = \"25 min\" }") == [0, 1500, 1800])
  }

  @Test func `come in order, once each`() throws {
    #expect(try times("outputs = [\"2 min\", \"1 s\", \"120 s\"]") == [1, 120])
  }
}
