import Foundation
import Results
import Testing

@Suite struct `The summary of a run` {
  @Test func `holds the last frame with units`() {
    let summary = SampleRun.result.runSummary
    #expect(summary.status == "finished")
    #expect(summary.time == 20)
    #expect(summary.final["radius_mean"] == RunSummary.Quantity(3.5, "nm"))
    #expect(summary.options["gibbs_thomson"] == "exponential")
  }

  @Test func `survives JSON, with null for what is missing`() throws {
    var result = SampleRun.result
    result.summary.columns[0].values[2] = nil
    let data = try JSONEncoder().encode(result.runSummary)
    #expect(String(decoding: data, as: UTF8.self).contains("\"value\":null"))
    #expect(try JSONDecoder().decode(RunSummary.self, from: data) == result.runSummary)
  }

  /// The flux is a triangle over 20 s, of which 10 % has passed after 10 √0.2 s.
  @Test func `dates nucleation by the flux that has passed`() throws {
    let result = SampleRun.result
    let early = try #require(result.nucleationTime(share: 0.1))
    let late = try #require(result.nucleationTime(share: 0.9))
    #expect(abs(early - 10 * 0.2.squareRoot()) < 1e-12)
    #expect(abs(late - (20 - early)) < 1e-12)
  }

  @Test func `has no date without nucleation`() {
    var result = SampleRun.result
    result.summary.columns.removeAll { $0.name == "nucleation_rate" }
    #expect(result.nucleationTime(share: 0.5) == nil)
  }
}
