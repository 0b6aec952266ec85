import Foundation
import HDF5Files
import Testing

@testable import Campaigns

@Suite struct CurveTests {
  let bench: Workbench

  init() throws { bench = try Workbench() }

  private func keeper() -> Arithmetic {
    var runner = Arithmetic()
    runner.keepsCurves = true
    return runner
  }

  @Test func areARowARunAndMissingAfterItsEnd() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory, keeper())
    let curves = try HDF5File(reading: directory.results).root().group("results/curves")
    #expect(try curves.names == ["index", "frame", "time", "way", "half", "large"])
    let way = try curves.dataset("way")
    #expect(way.shape == [60, 4])
    #expect(try way.attribute("units") == "nm" && way.attribute("long_name") == "way gone")
    #expect(try way.isAttached(curves.dataset("index"), toDimension: 0))
    #expect(try way.isAttached(curves.dataset("frame"), toDimension: 1))
    let (x7, x6) = (14, 12)
    #expect(try way.numbers(rows: x7..<(x7 + 1)) == [0, 7.0 / 3, 14.0 / 3, 7])
    let short = try way.numbers(rows: x6..<(x6 + 1))
    #expect(short.prefix(3) == [0, 2, 4] && short[3].isNaN)
    let half = try curves.dataset("half").numbers(rows: x7..<(x7 + 1))
    #expect(half[0] == 0 && half[1].isNaN && half[3] == 1.5)
    let large = try curves.dataset("large").numbers()
    #expect(large[..<(42 * 4)].allSatisfy(\.isNaN) && large[42 * 4] == 0)
  }

  @Test func ofAFailedRunReachAsFarAsItCame() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory, keeper())
    let time = try HDF5File(reading: directory.results).root().dataset("results/curves/time")
    let failed = try time.numbers(rows: 26..<27)
    #expect(failed[0] == 0 && failed[1].isNaN)
  }

  @Test func bearNoTraceOfJobsOrderChunkingOrInterruption() throws {
    let reference = bench.directory("a")
    try Workbench.sweep(reference, keeper())
    let expected = try bench.tables(reference)
    for (name, jobs, chunkSize, backwards) in [("b", 2, 1, true), ("c", 3, 60, false)] {
      let directory = bench.directory(name)
      try Workbench.sweep(
        directory, keeper(), jobs: jobs, chunkSize: chunkSize, backwards: backwards)
      #expect(try bench.tables(directory) == expected, "\(name)")
    }
    let parts = bench.directory("parts")
    for stop in [3, 26, 44] {
      var runner = keeper()
      runner.beforeRun = { index, cancellation in if index == stop { cancellation.cancel() } }
      #expect(try Workbench.sweep(parts, runner, jobs: 2).pending > 0)
    }
    #expect(try Workbench.sweep(parts, keeper()).pending == 0)
    #expect(try bench.tables(parts) == expected)
  }

  @Test func cutShortAreMadeAgainWithTheirRun() throws {
    let whole = bench.directory()
    try Workbench.sweep(whole, keeper())
    let expected = try bench.tables(whole)
    let path = whole.shards + "/00002-1.finished"
    let bytes = try bench.bytes(path)
    let ends = bytes.indices.filter { bytes[$0] == ShardLine.newline }
    // Who writes and a sign of life, then of each run its curves and its record, with new names before the
    // first, and the end.
    #expect(ends.count == 2 + 2 + 2 * 7 + 1)
    for (end, made) in [(ends[16], [20]), (ends[16] - 20, [20]), (ends[15] - 1, [19, 20])] {
      try Data(bytes[...end]).write(to: URL(fileURLWithPath: path))
      let runner = keeper()
      try Workbench.sweep(whole, runner)
      #expect(runner.made.all == made)
      #expect(try bench.tables(whole) == expected)
      try FileManager.default.removeItem(atPath: whole.shards + "/00002-2.finished")
    }
  }

  @Test func areNotThereUnlessAskedFor() throws {
    let directory = bench.directory()
    try Workbench.sweep(directory)
    #expect(
      try !HDF5File(reading: directory.results).root().group("results").contains("curves"))
  }
}

@Suite struct FileLinesTests {
  @Test func areFoundWhateverTheirLength() throws {
    let bench = try Workbench()
    let path = bench.path + "/lines"
    let lines = [0, 3, 200_000, 1, 65_536, 65_535].map { [UInt8](repeating: 120, count: $0) }
    let bytes = lines.map { $0 + [ShardLine.newline] }.joined() + [1, 2]
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var file = try FileLines(path)
    var offset = 0
    for line in lines {
      let found = try #require(try file.next())
      #expect(Array(found.bytes) == line && found.place == offset..<(offset + line.count))
      offset += line.count + 1
    }
    #expect(try file.next() == nil)
  }
}
