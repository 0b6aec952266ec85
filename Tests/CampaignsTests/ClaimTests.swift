import Foundation
import Testing

@testable import Campaigns

/// Who may work on a chunk that somebody has claimed.
@Suite struct ClaimTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func made(
    _ campaign: Campaign, _ change: (inout Assignment) -> Void = { _ in }
  ) throws -> [Int] {
    var assignment = Assignment()
    assignment.beat = 0.02
    change(&assignment)
    let runner = Arithmetic()
    _ = try campaign.work(assignment, by: runner, jobs: 2)
    return runner.made.all
  }

  @Test func onlyOneOfManyGetsAnAttempt() throws {
    let campaign = try Workbench.plan(bench.directory())
    #expect(try Workbench.claim(2, of: campaign, by: .living) != nil)
    #expect(try Workbench.claim(2, of: campaign, by: .far) == nil)
  }

  @Test func anAttemptThatIsOverIsNotMadeAgain() throws {
    let campaign = try Workbench.plan(bench.directory())
    let names = ShardNames(chunk: 2, attempt: 1, in: campaign.directory.shards)
    for ended in [names.finished, names.stopped] {
      try Data().write(to: URL(fileURLWithPath: ended))
      #expect(try Workbench.claim(2, of: campaign, by: .living) == nil)
      #expect(!FileManager.default.fileExists(atPath: names.running))
      try FileManager.default.removeItem(atPath: ended)
    }
  }

  @Test func ofALivingWorkerIsLeftAlone() throws {
    let campaign = try Workbench.plan(bench.directory())
    try Workbench.claim(2, of: campaign, by: .living)
    #expect(try made(campaign) == Array(0..<20) + Array(30..<60))
    #expect(try made(campaign).isEmpty)
  }

  @Test func ofADeadWorkerIsTakenAtOnce() throws {
    let campaign = try Workbench.plan(bench.directory())
    try Workbench.claim(2, of: campaign, by: .dead, beat: 1000)
    #expect(try made(campaign) == Array(0..<60))
    #expect(
      try bench.files(in: campaign.directory.shards).filter { $0.hasPrefix("00002") }
        == ["00002-1.running", "00002-2.finished"])
  }

  @Test func ofAWorkerFarAwayIsTakenWhenItHasStoodStill() throws {
    let campaign = try Workbench.plan(bench.directory())
    try Workbench.claim(2, of: campaign, by: .far)
    #expect(try made(campaign) == Array(0..<60))
  }

  @Test func ofAWorkerFarAwayIsLeftWhileItGrows() throws {
    let campaign = try Workbench.plan(bench.directory())
    let writer = try #require(try Workbench.claim(2, of: campaign, by: .far, beat: 0.2))
    let cancellation = Cancellation()
    let beats = Thread {
      for _ in 0..<30 {
        writer.beat()
        Thread.sleep(forTimeInterval: 0.05)
      }
      cancellation.cancel()
    }
    beats.start()
    let runner = Arithmetic()
    _ = try campaign.work(Assignment(), by: runner, jobs: 1, cancellation: cancellation)
    #expect(runner.made.all == Array(0..<20) + Array(30..<60))
  }

  @Test func schedulersAreBelieved() throws {
    let campaign = try Workbench.plan(bench.directory())
    try Workbench.claim(2, of: campaign, by: .far, submission: 1, task: 4, beat: 1000)
    try Workbench.claim(3, of: campaign, by: .far, submission: 1, task: 5, beat: 0.001)
    let runs = try made(campaign) { assignment in
      assignment.life = { $0 == 1 && $1 == 5 }
    }
    #expect(runs == Array(0..<30) + Array(40..<60))
  }

  @Test func thatCannotBeReadIsTakenWhenItHasStoodStill() throws {
    let campaign = try Workbench.plan(bench.directory())
    let path = ShardNames(chunk: 2, attempt: 1, in: campaign.directory.shards).running
    for content in ["", "no seal, no header\n", "0123456789abcdef shard {}\n"] {
      let copy = bench.directory(UUID().uuidString)
      try FileManager.default.copyItem(atPath: campaign.directory.path, toPath: copy.path)
      let own = path.replacing(campaign.directory.path, with: copy.path)
      try Data(content.utf8).write(to: URL(fileURLWithPath: own))
      let again = try Campaign(opening: copy, units: MetricPrefixes())
      #expect(try made(again) == Array(0..<60))
    }
  }

  @Test func isSharedByTwoWhoSweepTheSameFolder() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory, chunkSize: 1)
    let (first, second) = (Arithmetic(), Arithmetic())
    var assignment = Assignment()
    assignment.held = .awaited
    let asked = assignment
    let other = Thread { _ = try? campaign.work(asked, by: first, jobs: 1) }
    other.start()
    let progress = try campaign.work(asked, by: second, jobs: 1)
    while !other.isFinished { Thread.sleep(forTimeInterval: 0.01) }
    #expect(progress.pending == 0)
    #expect(Set(first.made.all + second.made.all) == Set(0..<60))
  }

  @Test func pointsOfAnotherProgramAreRefused() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    #expect(throws: CampaignError.self) {
      try Campaign(opening: directory, units: MetricPrefixes(), creator: "test 2")
    }
    var runner = Arithmetic()
    runner.readsOtherwise = true
    let error = #expect(throws: CampaignError.self) {
      try campaign.work(by: runner, jobs: 1)
    }
    #expect(error?.description.contains("point 0 is not what was planned") == true)
    #expect(runner.made.all.isEmpty)
  }
}
