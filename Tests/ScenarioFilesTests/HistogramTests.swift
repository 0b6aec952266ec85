import ScenarioFiles
import Synthesis
import Testing

/// Particle sizes from a table of counts.
@Suite struct `A histogram file` {
  private func distribution(_ table: String) throws -> SeedPopulation.Distribution? {
    let folder = try ScratchFolder()
    _ = try folder.write("counts.csv", table)
    let text = Fixtures.good.replacing(
      "distribution = \"lognormal\"\nmean = \"3 nm\"\ndispersion = 0.1",
      with: "file = \"counts.csv\"")
    return try Scenario.load(try folder.write("scenario.toml", text)).experiment.seeds.first?
      .distribution
  }

  @Test func `may hold the middles of bins`() throws {
    let edges = [2.5e-9, 3.5e-9, 4.5e-9]
    guard
      case .histogram(let read, let counts)? = try distribution(
        "# measured\ndiameter [nm], count\n3, 10\n4, 30\n")
    else {
      Issue.record("no histogram")
      return
    }
    #expect(counts == [10, 30])
    #expect(zip(read, edges).allSatisfy { abs($0 / $1 - 1) < 1e-12 } && read.count == 3)
  }

  @Test func `may hold the edges of bins`() throws {
    guard
      case .histogram(let read, let counts)? = try distribution(
        "from [angstrom],to [angstrom],count\n20,30,1\n30,50,2\n")
    else {
      Issue.record("no histogram")
      return
    }
    #expect(counts == [1, 2])
    #expect(zip(read, [2e-9, 3e-9, 5e-9]).allSatisfy { abs($0 / $1 - 1) < 1e-12 })
  }

  @Test(arguments: [
    "", "diameter,count\n3,1\n", "diameter [nm],count\n3,x\n", "diameter [s],count\n3,1\n",
  ])
  func `that holds something else is refused`(_ table: String) {
    #expect(throws: ScenarioError.self) { try distribution(table) }
  }
}
