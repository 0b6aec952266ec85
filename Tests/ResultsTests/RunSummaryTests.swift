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
  @Test func `holds the milestones with units`() throws {
    let summary = SampleRun.result.runSummary
    let early = try #require(summary.milestones["nucleation_10_percent_time"])
    #expect(early.unit == "s")
    #expect(abs(try #require(early.value) - 10 * 0.2.squareRoot()) < 1e-12)
    #expect(summary.milestones["supply_meets_uptake_time"]?.value == nil)
    #expect(summary.turns["defocusing_times"] == [12.5, 17])
    #expect(summary.turns["focusing_times"] == [])
  }

  @Test func `holds the error budget`() {
    let budget = SampleRun.result.runSummary.errorBudget
    #expect(budget.matterDefect == 3e-16)
    #expect(budget.steps == 321)
    #expect(budget.refinement?["tolerance"]?["number"] == 1e-5)
    var result = SampleRun.result
    result.refinements = []
    #expect(result.runSummary.errorBudget.refinement == nil)
  }
}
