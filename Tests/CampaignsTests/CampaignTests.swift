import Foundation
import HDF5Files
import Testing

@testable import Campaigns

@Suite struct CampaignTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func tableHasARowARunWithUnitsAndReasons() throws {
    let directory = bench.directory()
    let progress = try Workbench.sweep(directory)
    #expect(progress.runs == 60 && progress.done == 58 && progress.failed == 2)
    let table = try String(contentsOfFile: directory.table, encoding: .utf8)
    let lines = table.split(separator: "\n")
    #expect(lines.count == 61)
    #expect(
      lines[0] == "index,identity,replicate,seed,status,x [nm],square [nm^2],third [1],draw [1],"
        + "root [nm],large [1],reason")
    let unlucky = lines[27]
    #expect(unlucky.hasPrefix("26,"))
    #expect(unlucky.hasSuffix(",failed,13,,,,,,\"x = 13, \"\"unlucky\"\"\""))
    #expect(lines[60].hasPrefix("59,") && lines[60].contains(",done,29,841,9.666666666666666,"))
    #expect(try bench.files(in: directory.shards).count == 9)
  }

  @Test func resultsCarryUnitsAndGaps() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    let results = try HDF5File(reading: directory.results).root().group("results")
    let x = try results.dataset("x")
    #expect(try x.attribute("units") == "nm")
    #expect(try x.numbers() == (0..<60).map { Double($0 / 2) })
    let root = try results.dataset("root").numbers()
    #expect(root[0].isNaN && root[26].isNaN && root[32] == 4)
    let log = try HDF5File(reading: directory.log).root().group("log")
    #expect(try log.dataset("index").integers() == (0..<60).map { Int64($0) })
    #expect(try log.dataset("attempt").integers().allSatisfy { $0 == 1 })
  }

  @Test func jobsOrderAndChunkingLeaveNoTrace() throws {
    let reference = bench.directory("a")
    try Workbench.sweep(reference)
    let expected = try bench.tables(reference)
    for (name, jobs, chunkSize, backwards) in [
      ("b", 2, 7, false), ("c", 2, 1, true), ("d", 1, 60, true), ("e", 4, 13, true),
    ] {
      let directory = bench.directory(name)
      try Workbench.sweep(directory, jobs: jobs, chunkSize: chunkSize, backwards: backwards)
      #expect(try bench.tables(directory) == expected, "\(name)")
    }
  }

  @Test func mergeIsIdempotent() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    let expected = try bench.tables(directory)
    let again = Arithmetic()
    try Workbench.sweep(directory, again)
    #expect(again.made.all.isEmpty)
    #expect(try bench.tables(directory) == expected)
  }

  @Test func secondSweepIsRefusedUnlessResumed() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory, entry: .fresh)
    #expect(throws: CampaignError.alreadyStarted(directory: directory.path)) {
      try Workbench.sweep(directory, entry: .fresh)
    }
  }

  @Test func changedScenarioIsRefusedWithWhatChanged() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    var order = Workbench.order()
    order.scenarioText = "another comment"
    _ = try Campaign(
      order, in: directory, entry: .resuming, by: Arithmetic(), units: MetricPrefixes())
    order.resolvedText = "x = 1\ny = 3"
    order.design.seed = 6
    let error = #expect(throws: CampaignError.self) {
      _ = try Campaign(
        order, in: directory, entry: .resuming, by: Arithmetic(), units: MetricPrefixes())
    }
    let text = error?.description ?? ""
    #expect(text.contains("there: y = 2") && text.contains("now:   y = 3"))
    #expect(text.contains("sweep seed: 5 there, 6 now"))
  }

  @Test func badPointRefusesTheWholeSweepAndLeavesNoPlan() throws {
    let directory = bench.directory()
    let design = Design(.grid([Axis("x", .values(["1", "nonsense"]))]))
    let error = #expect(throws: CampaignError.self) {
      _ = try Campaign(
        Workbench.order(design), in: directory, entry: .fresh, by: Arithmetic(),
        units: MetricPrefixes())
    }
    #expect(error?.description == "sweep point 1 (x = nonsense): nonsense is no value")
    #expect(!directory.holdsPlan)
  }

  @Test func cancelledSweepKeepsWhatIsDoneAndGoesOn() throws {
    let reference = bench.directory("whole")
    try Workbench.sweep(reference)
    let directory = bench.directory("parts")
    var all: [Int] = []
    for stop in [3, 25, 26, 44] {
      var runner = Arithmetic()
      runner.beforeRun = { index, cancellation in if index == stop { cancellation.cancel() } }
      let progress = try Workbench.sweep(directory, runner, jobs: 2)
      #expect(progress.pending > 0)
      let csv = try String(contentsOfFile: directory.table, encoding: .utf8)
      #expect(csv.split(separator: "\n").count == 61 && csv.contains(",pending,"))
      all += runner.made.all
    }
    let last = Arithmetic()
    #expect(try Workbench.sweep(directory, last).pending == 0)
    #expect((all + last.made.all).sorted() == Array(0..<60))
    #expect(try bench.tables(directory) == bench.tables(reference))
  }

  @Test func failedRunsCanBeRetriedAlone() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    let runner = Arithmetic()
    let progress = try Workbench.sweep(directory, runner, selecting: .unfinishedAndFailed)
    #expect(runner.made.all == [26, 27])
    #expect(progress.failed == 2 && progress.done == 58)
  }
}
