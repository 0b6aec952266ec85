import Foundation
import Testing

@testable import Campaigns

@Suite struct StatusTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test func countsEveryRunInItsState() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    #expect(try campaign.status().counts == [.pending: 60])
    var runner = Arithmetic()
    runner.beforeRun = { index, cancellation in if index == 14 { cancellation.cancel(.walltime) } }
    var assignment = Assignment()
    assignment.chunks = [2, 0, 1]
    _ = try campaign.work(assignment, by: runner, jobs: 1, cancellation: Cancellation())
    try Workbench.claim(3, of: campaign, by: .dead)
    let held = try #require(try Workbench.claim(4, of: campaign, by: .living))
    held.begin(40)
    held.beat()
    let status = try campaign.status()
    #expect(
      status.counts == [
        .done: 22, .failed: 2, .timedOut: 6, .lost: 10, .running: 1, .claimed: 9, .pending: 10,
      ])
    #expect(status.claims.map(\.isLost) == [true, false])
    #expect(status.claims[1].run == 40)
    #expect(
      try [Selection.unfinished, .failed, .timedOut, .missing].map { selection in
        try campaign.remaining(selection, life: { _, _ in nil }).reduce(0) { $0 + $1.runs }
      } == [26, 2, 6, 20])
  }

  @Test func isTheSameFromEndsAndFromEveryLine() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory, chunkSize: 7)
    for stop in [5, 17, 33, 58] {
      var runner = Arithmetic()
      runner.beforeRun = { index, cancellation in
        if index == stop { cancellation.cancel(.warned) }
      }
      _ = try campaign.work(by: runner, jobs: 1, cancellation: Cancellation())
      let seen = try campaign.status().counts
      for attempts in try directory.attempts().values {
        let results = try ChunkResults(attempts, planDigest: campaign.planDigest)
        #expect(
          try ChunkSurvey(attempts, planDigest: campaign.planDigest).tally == results.tally)
      }
      #expect(seen.values.reduce(0, +) == 60)
    }
  }

  @Test func aShardWithoutItsEndIsReadLineByLine() throws {
    let directory = bench.directory()
    let campaign = try Workbench.plan(directory)
    _ = try campaign.work(by: Arithmetic(), jobs: 1)
    let path = directory.shards + "/00001-1.finished"
    let bytes = try bench.bytes(path)
    try Data(bytes.dropLast(200)).write(to: URL(fileURLWithPath: path))
    let counts = try campaign.status().counts
    #expect(counts[.pending] ?? 0 > 0 && counts.values.reduce(0, +) == 60)
  }

  @Test func silentClaimsFarAwayAreLost() throws {
    let campaign = try Workbench.plan(bench.directory())
    try Workbench.claim(3, of: campaign, by: .far, beat: 1000)
    try Workbench.claim(4, of: campaign, by: .far, beat: 1)
    let old = Date(timeIntervalSinceNow: -7)
    let path = ShardNames(chunk: 4, attempt: 1, in: campaign.directory.shards).running
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path)
    #expect(try campaign.status().claims.map(\.isLost) == [false, true])
    // What a scheduler says counts more.
    let life: TaskLife = { _, _ in true }
    #expect(try campaign.status(life: life).claims.map(\.isLost) == [false, true])
    try Workbench.claim(5, of: campaign, by: .far, submission: 2, task: 0, beat: 1000)
    #expect(
      try campaign.status(life: { _, _ in false }).claims.map(\.isLost) == [false, true, true])
  }
}

@Suite struct FailureTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  @Test(arguments: [
    ("stopped at 12.5 s: step -3e-7 is too small", "stopped at … s: step … is too small"),
    ("no law called k12 in file3", "no law called k12 in file3"),
    ("1. of 2.5.", "…. of …."), ("", ""), ("9", "…"), ("1e", "…e"),
  ])
  func patternsHaveNoNumbers(reason: String, pattern: String) {
    #expect(ErrorPattern(reason).text == pattern)
  }

  private func groups(_ design: Design, _ failing: @escaping @Sendable ([Override]) -> String?)
    throws -> [FailureGroup]
  {
    let campaign = try Workbench.plan(bench.directory(UUID().uuidString), design)
    var runner = Arithmetic()
    runner.failure = failing
    _ = try campaign.work(by: runner, jobs: 1)
    return try campaign.failures(in: try campaign.status(), units: MetricPrefixes())
  }

  private static let grid = Design(
    .grid([
      Axis("T", .range(from: "250 degC", to: "350 degC", count: 11, scale: .linear)),
      Axis("c", .range(from: "1 mmol/L", to: "8 mmol/L", count: 8, scale: .linear)),
      Axis("law", .values(["a", "b"])),
    ]))

  private static func number(_ overrides: [Override], _ axis: Int) -> Double {
    QuantityText(overrides[axis].value)?.number ?? .nan
  }

  @Test func sayWhatTheyHaveInCommon() throws {
    let hot = try groups(Self.grid) { overrides in
      let kelvin = Self.number(overrides, 0)
      return kelvin > 300 ? "step too small at \(kelvin)" : nil
    }
    #expect(hot.count == 1 && hot[0].runs.count == 5 * 16)
    #expect(hot[0].reason == "step too small at …")
    #expect(hot[0].traits == ["all with T above 300 degC"])
    #expect(hot[0].example.run == 96 && hot[0].example.reason == "step too small at 310.0")
    #expect(hot[0].example.settings.first?.value == "310 degC")
    let cold = try groups(Self.grid) { Self.number($0, 0) < 270 ? "cold" : nil }
    #expect(cold[0].traits == ["all with T below 270 degC"])
    let middle = try groups(Self.grid) { (3...5).contains(Self.number($0, 1)) ? "c" : nil }
    #expect(middle[0].traits == ["all with c from 3 mmol/L to 5 mmol/L"])
    let text = try groups(Self.grid) { $0[2].value == "b" ? "law" : nil }
    #expect(text[0].traits == ["all with law = b"])
    let corner = try groups(Self.grid) {
      Self.number($0, 0) > 300 && Self.number($0, 1) > 4 ? "corner" : nil
    }
    #expect(corner[0].traits == [])
    let most = try groups(Self.grid) {
      Self.number($0, 0) > 330 && $0 != [] && Self.number($0, 1) > 2 ? "most" : nil
    }
    #expect(most[0].traits == ["all with T above 330 degC, as are 8 that are done"])
  }

  @Test func ofTwoKindsAreTwoGroups() throws {
    let groups = try groups(Self.grid) { overrides in
      switch Self.number(overrides, 0) {
      case ..<260: "cold"
      case 345...: "hot at \(Self.number(overrides, 1))"
      default: nil
      }
    }
    #expect(groups.map(\.reason) == ["cold", "hot at …"])
  }
}
