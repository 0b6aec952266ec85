import BatchSystems
import ScenarioFiles
import Testing

/// `[sweep.batch]` says how a sweep goes to a scheduler, and nothing of what is simulated.
@Suite struct `A sweep for a cluster` {
  private static let table = """

    [sweep.batch]
    engine = "slurm"
    walltime = "1.5 h"
    memory = "2 GiB"
    cores = 4
    account = "chem-42"
    partition = "short"
    at_most = 50
    task_time = "20 min"
    checkpoint_after = "1 h"
    setup = ["module load hdf5", "export A='b c'"]
    options = ["--qos=long"]

    [provenance]
    """

  private func scenario(_ table: String = table) throws -> Scenario {
    try Scenario.parse(Fixtures.good.replacing("\n[provenance]", with: table))
  }

  @Test func `is read with its units`() throws {
    let plan = try #require(try scenario().sweep).batch
    #expect(plan.engine == .slurm)
    #expect(plan.taskTime == 1200 && plan.checkpointAfter == 3600)
    let resources = plan.resources
    #expect(resources.walltime == 5400 && resources.memory == 2 << 30 && resources.cores == 4)
    #expect(resources.account == "chem-42" && resources.partition == "short")
    #expect(resources.atMost == 50 && resources.options == ["--qos=long"])
    #expect(resources.setup == ["module load hdf5", "export A='b c'"])
  }

  @Test func `has defaults`() throws {
    let plain = try #require(try Scenario.parse(Fixtures.good).sweep).batch
    #expect(plain == BatchPlan())
    let empty = try #require(try scenario("\n[sweep.batch]\n[provenance]").sweep).batch
    #expect(empty == BatchPlan())
    #expect(empty.taskTime == 600 && empty.checkpointAfter == 600 && empty.resources.cores == 1)
  }

  @Test func `has the same identity as without`() throws {
    let with = try scenario()
    let without = try Scenario.parse(Fixtures.good)
    #expect(with.identityText == without.identityText)
    #expect(with.plannedText != with.resolvedText())
    #expect(try Scenario.parse(with.plannedText).resolvedText() == without.resolvedText())
    #expect(without.plannedText == without.resolvedText())
  }

  @Test func `reads to the same plan again`() throws {
    let with = try scenario()
    for text in [with.resolvedText(), with.writtenText()] {
      #expect(try Scenario.parse(text).sweep?.batch == with.sweep?.batch)
    }
  }

  @Test(arguments: [("512 kB", 512_000), ("1.5 GiB", 1_610_612_736), ("2e3 MB", 2_000_000_000)])
  func `may write memory in any unit`(text: String, bytes: Int) throws {
    let scenario = try scenario("\n[sweep.batch]\nmemory = \"\(text)\"\n[provenance]")
    #expect(scenario.sweep?.batch.resources.memory == bytes)
  }
}
