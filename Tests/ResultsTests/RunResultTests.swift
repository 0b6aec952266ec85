import Foundation
import HDF5Files
import Results
import Synthesis
import Testing

@Suite struct `A result file` {
  private let path = NSTemporaryDirectory() + "qdsynth-result-\(UUID().uuidString).h5"

  @Test func `comes back as it was written`() throws {
    defer { remove() }
    try SampleRun.result.write(to: path)
    #expect(try RunResult(reading: path) == SampleRun.result)
  }

  @Test func `keeps every size where that was asked for`() throws {
    defer { remove() }
    var trajectory = SampleRun.trajectory
    trajectory.everySize = [[1], [3, 2, 1], [5, 4]]
    try RunResult(title: "", trajectory: trajectory, process: SampleRun.process).write(to: path)
    #expect(try RunResult(reading: path).everySize == [[1, 0, 0], [3, 2, 1], [5, 4, 0]])
  }

  @Test func `keeps milestones and error budget in groups of their own`() throws {
    defer { remove() }
    try SampleRun.result.write(to: path)
    let entry = try HDF5File(reading: path).root().group("entry")
    #expect(try entry.dataset("milestones/defocusing_times").numbers() == [12.5, 17])
    #expect(try !entry.contains("milestones/focusing_times"))
    #expect(try entry.dataset("milestones/supply_over_uptake").shape == [])
    #expect(try entry.dataset("error_budget/largest_negative").numbers() == [-2e-12])
    let refinement = try entry.group("error_budget/refinement")
    #expect(try refinement.dataset("refined").strings() == ["tolerance", "cells"])
    #expect(try refinement.dataset("number").numbers()[0] == 1e-5)
    #expect(try refinement.dataset("radius_mean").numbers().allSatisfy { $0.isNaN })
  }

  @Test func `keeps dopants as time by dopant, and in the summary`() throws {
    defer { remove() }
    try SampleRun.result.write(to: path)
    let dopants = try HDF5File(reading: path).root().group("entry/dopants")
    #expect(try dopants.dataset("dopant").strings() == ["Mn", "Ag+"])
    #expect(try dopants.dataset("per_crystal").shape == [3, 2])
    #expect(try Array(dopants.dataset("per_crystal").numbers()[2...]) == [0.5, 1.5, 0.5, 1.5])
    #expect(try dopants.dataset("without").numbers()[5] == 0.375)
    #expect(try dopants.dataset("without").numbers()[4].isNaN)
    let columns = try RunResult(reading: path).summary
    #expect(columns["Ag+_per_crystal"]?.values == [nil, 1.5, 1.5])
    #expect(try RunResult(reading: path).runSummary.errorBudget.dopantDefect == 5e-15)
  }

  @Test func `says when and why a run ended early`() throws {
    defer { remove() }
    var result = SampleRun.result
    result.interruption = Interruption(cause: .failed, time: 12.5, reason: "the step became 0")
    try result.write(to: path)
    #expect(try RunResult(reading: path).interruption == result.interruption)
  }

  @Test func `marks what is missing`() throws {
    defer { remove() }
    try SampleRun.result.write(to: path)
    let root = try HDF5File(reading: path).root()
    let critical = try root.dataset("entry/summary/critical_radius")
    #expect(try critical.numbers().map(\.isNaN) == [true, true, false])
    guard case .number(let fill)? = try critical.attribute("_FillValue") else {
      Issue.record("no fill value")
      return
    }
    #expect(fill.isNaN)
    #expect(try !root.dataset("entry/summary/number").hasAttribute("_FillValue"))
  }

  @Test func `has no supersaturation where the solid is insoluble`() throws {
    var trajectory = SampleRun.trajectory
    for index in trajectory.frames.indices {
      trajectory.frames[index].supersaturation = nil
      trajectory.frames[index].criticalRadius = nil
    }
    let result = RunResult(title: "", trajectory: trajectory, process: SampleRun.process)
    #expect(result.summary["supersaturation"] == nil)
    #expect(result.summary["critical_radius"] == nil)
    #expect(result.summary["relative_radius"] == nil)
    #expect(result.summary["radius_mean"]?.values == [nil, 2.5, 3.5])
  }

  @Test func `gives every dataset a unit and a name`() throws {
    defer { remove() }
    try SampleRun.result.write(to: path)
    try checkDescriptions(HDF5File(reading: path).root())
  }

  @Test func `that is something else is refused`() throws {
    defer { remove() }
    try HDF5Draft(creating: path).publish()
    let error = #expect(throws: ResultError.self) { try RunResult(reading: path) }
    #expect("\(try #require(error))".contains("not a result of qdsynth run"))
    #expect(throws: ResultError.file(.missing(path: "nowhere.h5"))) {
      try RunResult(reading: "nowhere.h5")
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["QDSYNTH_SAMPLE_RESULT"] != nil))
  func `is handed to other readers`() throws {
    let place = try #require(ProcessInfo.processInfo.environment["QDSYNTH_SAMPLE_RESULT"])
    try SampleRun.result.write(to: place)
  }

  private func checkDescriptions(_ group: consuming HDF5Group) throws {
    for name in try group.names {
      if let dataset = try? group.dataset(name) {
        #expect(try dataset.hasAttribute("units"), "\(dataset.path)")
        #expect(try dataset.hasAttribute("long_name"), "\(dataset.path)")
      } else {
        try checkDescriptions(group.group(name))
      }
    }
  }

  private func remove() { try? FileManager.default.removeItem(atPath: path) }
}
