import Foundation
import HDF5Files
import Testing

@testable import Campaigns

@Suite struct SubmissionTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func submission(_ selection: Selection, _ tasks: [[Int]]) -> Submission {
    Submission(
      number: 0, engine: "local", created: 17, selection: selection,
      tasks: tasks.map { IndexRanges($0) })
  }

  @Test(arguments: ["", "0", "0-6,9", "3,5,7-8"])
  func rangesReadAsTheyAreWritten(text: String) throws {
    let ranges = try #require(IndexRanges(text))
    #expect(ranges.text == text)
    #expect(IndexRanges(ranges.indices.shuffled()) == ranges)
    #expect(ranges.count == ranges.indices.count)
  }

  @Test(arguments: ["-", "3-1", "a", "1-2-3", "-4", "1,,"])
  func rangesThatAreNone(text: String) {
    #expect(IndexRanges(text) == nil || text == "1,,")
  }

  @Test func areKeptUnderNumbersOfTheirOwn() throws {
    let directory = bench.directory()
    _ = try Workbench.plan(directory)
    var first = try directory.add(submission(.unfinished, [[0, 1], [2]]))
    let second = try directory.add(submission(.failed, [[3]]))
    #expect(first.number == 1 && second.number == 2)
    first.jobs = [SubmittedJob(id: "77", firstTask: 0, taskCount: 2)]
    first.mergeJob = "78"
    first.secondsPerRun = 0.25
    first.options = ["walltime": "1 h"]
    first.settings = [Override(path: "a.b", value: "1 nm")]
    try directory.write(first)
    #expect(try directory.submissionList() == [first, second])
    #expect(throws: CampaignError.noSubmission(number: 3, directory: directory.path)) {
      try directory.submission(3)
    }
  }

  @Test func workersMakeTheirTaskOnly() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    let kept = try directory.add(submission(.unfinished, [[0, 5], [2]]))
    let runner = Arithmetic()
    let progress = try campaign.work(try Assignment(kept, task: 0), by: runner, jobs: 2)
    #expect(runner.made.all == Array(0..<10) + Array(50..<60))
    #expect(progress.runs == 20 && progress.pending == 0)
    #expect(throws: CampaignError.noTask(number: 2, submission: 1, tasks: 2)) {
      try Assignment(kept, task: 2)
    }
  }

  @Test func retriesMakeWhatTheySelectOnceAndSayWhatTheyChanged() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    _ = try campaign.work(by: Arithmetic(), jobs: 1)
    _ = try campaign.merge(units: MetricPrefixes())
    let before = try String(contentsOfFile: directory.table, encoding: .utf8)
    #expect(!before.contains("settings"))
    var asked = submission(.failed, [Array(0..<6)])
    asked.settings = [Override(path: "luck", value: "yes")]
    asked = try directory.add(asked)
    var runner = Arithmetic()
    runner.failure = { $0.last?.value == "yes" ? nil : "x = 13, \"unlucky\"" }
    _ = try campaign.work(try Assignment(asked, task: 0), by: runner, jobs: 1)
    #expect(runner.made.all == [26, 27])
    let again = Arithmetic()
    _ = try campaign.work(try Assignment(asked, task: 0), by: again, jobs: 1)
    #expect(again.made.all.isEmpty)
    _ = try campaign.merge(units: MetricPrefixes())
    let lines = try String(contentsOfFile: directory.table, encoding: .utf8)
      .split(separator: "\n")
    #expect(lines[0].hasSuffix(",reason,settings"))
    #expect(lines[27].hasSuffix(",luck = yes") && lines[28].hasSuffix(",luck = yes"))
    #expect(lines[1].hasSuffix(",,"))
    let results = try HDF5File(reading: directory.results).root().group("results")
    #expect(try results.dataset("settings").strings()[26] == "luck = yes")
    let log = try HDF5File(reading: directory.log).root().group("log")
    #expect(try log.dataset("submission").integers().filter { $0 == 1 }.count == 2)
  }

  @Test func aRetryThatFailsAgainIsNotMadeForever() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    _ = try campaign.work(by: Arithmetic(), jobs: 1)
    let asked = try directory.add(submission(.failed, [Array(0..<6)]))
    for made in [[26, 27], []] {
      let runner = Arithmetic()
      let progress = try campaign.work(try Assignment(asked, task: 0), by: runner, jobs: 1)
      #expect(runner.made.all == made && progress.failed == 2)
    }
  }

  @Test func sweptPathsCannotBeSet() throws {
    let campaign = try Workbench.plan(bench.directory())
    let swept = #expect(throws: CampaignError.self) {
      try campaign.check([Override(path: "x", value: "1 nm")], by: Arithmetic())
    }
    #expect(swept?.description.contains("it is swept") == true)
    #expect(throws: CampaignError.badSetting("nonsense is no value")) {
      try campaign.check([Override(path: "y", value: "nonsense")], by: Arithmetic())
    }
    try campaign.check([Override(path: "y", value: "1")], by: Arithmetic())
  }
}

@Suite struct MergeTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func atOnceIsHarmless() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    let expected = try bench.tables(directory)
    let campaign = try Campaign(opening: directory, units: MetricPrefixes())
    let others = (0..<3).map { _ in
      Thread { for _ in 0..<3 { _ = try? campaign.merge(units: MetricPrefixes()) } }
    }
    for other in others { other.start() }
    for _ in 0..<3 { _ = try campaign.merge(units: MetricPrefixes()) }
    while others.contains(where: { !$0.isFinished }) { Thread.sleep(forTimeInterval: 0.01) }
    #expect(try bench.tables(directory) == expected)
    #expect(try bench.files(in: directory.path).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func removesWhatTheDeadHaveLeftHalfMade() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    let host = WorkerProcess.own.host
    let living = ".sweep.csv.\(host)-1-1.part"
    let far = ".sweep.csv.far-7-1.part"
    for name in [".sweep.csv.\(host)-99999999-1.part", living, far, "mine.part"] {
      try Data([1]).write(to: URL(fileURLWithPath: "\(directory.path)/\(name)"))
    }
    let campaign = try Campaign(opening: directory, units: MetricPrefixes())
    _ = try campaign.merge(units: MetricPrefixes())
    #expect(
      try bench.files(in: directory.path).filter { $0.hasSuffix(".part") }
        == [living, far, "mine.part"].sorted())
  }

  @Test func takesWhatThereIsWhileOthersWriteOn() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory, chunkSize: 1)
    let worker = Thread { _ = try? campaign.work(by: Arithmetic(), jobs: 1) }
    worker.start()
    while !worker.isFinished {
      var rows = 0
      _ = try campaign.merge(units: MetricPrefixes()) { _ in rows += 1 }
      #expect(rows == 60)
    }
    var pending = 0
    _ = try campaign.merge(units: MetricPrefixes()) { pending += $0.status == .pending ? 1 : 0 }
    #expect(pending == 0)
  }
}
