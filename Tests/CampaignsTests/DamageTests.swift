import Foundation
import Testing

@testable import Campaigns

@Suite struct DamageTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  /// Where the lines of a shard end: the record boundaries.
  private func boundaries(_ bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0] == ShardLine.newline }.map { $0 + 1 }
  }

  /// Cuts a shard short as a kill does, resumes, and gives the runs that were made again.
  private func resume(_ original: CampaignDirectory, cutting shard: String, to length: Int)
    throws -> (made: [Int], table: [UInt8])
  {
    let copy = bench.directory(UUID().uuidString)
    try FileManager.default.copyItem(atPath: original.path, toPath: copy.path)
    let path = copy.shards + "/" + shard
    let kept = try bench.bytes(path).prefix(length)
    try FileManager.default.removeItem(atPath: path)
    let running = path.replacing(".finished", with: ".running")
    try Data(kept).write(to: URL(fileURLWithPath: running))
    let runner = Arithmetic()
    #expect(try Workbench.sweep(copy, runner).pending == 0)
    defer { try? FileManager.default.removeItem(atPath: copy.path) }
    return (runner.made.all, try bench.bytes(copy.table))
  }

  @Test func killAtAnyRecordBoundaryLosesNothingFinished() throws {
    let whole = bench.directory("whole")
    try Workbench.sweep(whole)
    let table = try bench.bytes(whole.table)
    let ends = boundaries(try bench.bytes(whole.shards + "/00002-1.finished"))
    #expect(ends.count == 11)
    for (line, end) in ([0] + ends).enumerated() {
      let resumed = try resume(whole, cutting: "00002-1.finished", to: end)
      // Three lines go before the first record: who writes, a sign of life, and the names of the values;
      // one comes after the last.
      #expect(resumed.made == Array((14 + min(max(line - 3, 0), 7))..<21))
      #expect(resumed.table == table)
    }
  }

  @Test func killInsideTheLastRecordLosesThatOneOnly() throws {
    let whole = bench.directory("whole")
    try Workbench.sweep(whole)
    let table = try bench.bytes(whole.table)
    let ends = boundaries(try bench.bytes(whole.shards + "/00002-1.finished"))
    for length in ends[8]..<ends[9] {
      let resumed = try resume(whole, cutting: "00002-1.finished", to: length)
      #expect(resumed.made == [20])
      #expect(resumed.table == table)
    }
  }

  @Test func flippedByteIsNoticedAndMadeAgain() throws {
    let whole = bench.directory("whole")
    try Workbench.sweep(whole)
    let table = try bench.bytes(whole.table)
    let path = whole.shards + "/00002-1.finished"
    var bytes = try bench.bytes(path)
    let ends = boundaries(bytes)
    bytes[(ends[6] + ends[7]) / 2] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let runner = Arithmetic()
    try Workbench.sweep(whole, runner)
    #expect(runner.made.all == [18, 19, 20])
    #expect(try bench.bytes(whole.table) == table)
  }

  @Test func fullDiskIsSaid() throws {
    let full = try SystemFile("/dev/full", .replacing)
    let error = #expect(throws: CampaignError.self) { try full.append([1, 2, 3]) }
    guard case .cannotWrite = error else {
      Issue.record("a full disk gave \(String(describing: error))")
      return
    }
  }

  @Test func folderThatCannotBeMadeIsSaid() throws {
    let file = bench.path + "/file"
    try Data().write(to: URL(fileURLWithPath: file))
    for path in [file, file + "/sweep", bench.path + "/absent/sweep"] {
      let error = #expect(throws: CampaignError.self) {
        try Workbench.sweep(CampaignDirectory(path))
      }
      guard case .cannotCreate(path, _) = error else {
        Issue.record("\(path) gave \(String(describing: error))")
        continue
      }
    }
  }

  private func setPermissions(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere"))
  func readOnlyFolderIsSaid() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    try setPermissions(0o555, of: directory.path)
    defer { try? setPermissions(0o755, of: directory.path) }
    let error = #expect(throws: CampaignError.self) { try Workbench.sweep(directory) }
    guard case .cannotCreate = error else {
      Issue.record("a read-only folder gave \(String(describing: error))")
      return
    }
  }
}
