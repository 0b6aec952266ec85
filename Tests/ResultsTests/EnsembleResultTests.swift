import Foundation
import HDF5Files
import Results
import Testing

@Suite struct `A result of replicates` {
  private let path = NSTemporaryDirectory() + "qdsynth-ensemble-\(UUID().uuidString).h5"
  private let result = SampleEnsemble.result

  @Test func `comes back as it was written`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try result.write(to: path)
    #expect(try RunResult(reading: path) == result)
  }

  @Test func `is kept where no output was reached`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let early = SampleEnsemble.stoppedAtOnce
    #expect(early.summary.times.isEmpty && early.ensemble?.count == 2)
    try early.write(to: path)
    #expect(try RunResult(reading: path).interruption == early.interruption)
    #expect(try RunResult(reading: path).ensemble?.count == 2)
  }

  @Test func `has a course for every replicate`() throws {
    let ensemble = try #require(result.ensemble)
    #expect(ensemble.count == 5)
    #expect(ensemble.method == "tau-leaping")
    #expect(ensemble.courses["number"]?.rows[2] == [6e18, 8e18, 1e19, 0, 1.4e19])
    #expect(ensemble.courses["radius_mean"]?.rows[1] == [2, 2.1, 2.2, nil, 2.4])
    #expect(ensemble.courses["supersaturation"]?.rows.count == 3)
    #expect(ensemble.replicates("first_crystal") == [4, 5, 6, nil, 8])
    #expect(ensemble.replicates("events") == [0, 100, 200, 300, 400])
    #expect(ensemble.waiting["without_crystal"]?.values == [1, 0.2, 0.2])
  }

  @Test func `has their mean and its error`() throws {
    let ensemble = try #require(result.ensemble)
    #expect(ensemble.statistic("mean", of: "number")?.values[2] == 7.6e18)
    // 6, 8, 10, 0 and 14 lie 26.8 from their mean on average, squared, by n - 1.
    let sd = 26.8.squareRoot() * 1e18
    #expect(abs((ensemble.statistic("sd", of: "number")?.values[2] ?? 0) / sd - 1) < 1e-12)
    let error = ensemble.statistic("standard_error", of: "number")?.values[2]
    #expect(abs((error ?? 0) / (sd / 5.0.squareRoot()) - 1) < 1e-12)
    #expect(ensemble.statistic("count", of: "radius_mean")?.values == [nil, 4, 4])
    #expect(ensemble.quantiles["number"]?.rows[2][2] == 8e18)
    #expect(ensemble.quantiles.axis.values == [0.05, 0.25, 0.5, 0.75, 0.95])
    #expect(result.summary["number"]?.values[2] == 7.6e18)
    let spread = try #require(result.sizes.numberSD)
    #expect(abs((spread[2].max() ?? 0) / sd - 1) < 1e-12)
  }

  @Test func `counts dopants with their errors`() throws {
    let dopant = try #require(result.ensemble?.dopants.first)
    // Of 6, 8, 10 and 14 crystals half are doped at the end, of 3, 4, 5 and 7 2, 2, 3 and 4.
    #expect(dopant.counts["crystals"]?.rows == [[0, 0], [8, 11], [19, 19]])
    #expect(dopant.counts["share"]?.rows == [[nil, nil], [8.0 / 19, 11.0 / 19], [0.5, 0.5]])
    #expect(dopant.table["single"]?.values == [nil, 11.0 / 19, 0.5])
    #expect(dopant.deep.axis.values == [0.5, 1])
    let single = try #require(dopant.table["single"]?.values[2])
    let deep = try #require(dopant.deep["deep_single"]?.rows[2]).compactMap(\.self)
    #expect(deep[0] <= single && deep[1] <= deep[0] && deep[0] > 0)
    let depths = try #require(dopant.depths["dopants"]?.rows[2]).compactMap(\.self)
    #expect(depths.reduce(0, +) == 19)
    #expect(abs(deep[0] - depths.dropFirst(5).reduce(0, +) / 38) < 1e-12)
    #expect(dopant.table["exchange_error"]?.values[0] == nil)
  }

  @Test func `knows the past of each crystal`() throws {
    let histories = try #require(result.ensemble?.histories)
    #expect(histories.replicates == [1, 2, 2, 4, 4, 4, 4])
    #expect(histories.birthTimes == Array(repeating: 4, count: 7))
    #expect(
      histories.stageRadii == [Array(repeating: 1, count: 7), Array(repeating: 1.5, count: 7)])
  }

  @Test func `is told in a few numbers`() throws {
    let summary = try #require(result.runSummary.ensemble)
    #expect(summary.replicates == 5 && summary.events == 1000)
    #expect(summary.final["number"]?.value == 7.6e18)
    #expect(summary.firstCrystal == [4, 5, 6, 8])
    let dopant = try #require(summary.dopants["Mn"])
    #expect(dopant.shares == [0.5, 0.5] && dopant.single.value == 0.5)
    #expect(dopant.deepSingle.keys.sorted() == ["0.5", "1"])
    #expect(SampleRun.result.runSummary.ensemble == nil)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QDSYNTH_SAMPLE_ENSEMBLE"] != nil))
  func `is handed to other readers`() throws {
    let place = try #require(ProcessInfo.processInfo.environment["QDSYNTH_SAMPLE_ENSEMBLE"])
    try result.write(to: place)
  }
}
