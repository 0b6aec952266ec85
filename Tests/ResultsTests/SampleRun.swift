import Foundation
import Results
import Synthesis

/// A made-up run: three frames of two species, a burst of nucleation, ten bins.
enum SampleRun {
  static let process = RunProcess(
    scenario: "schema = 1\ntitle = \"PbS, 95 °C\"\n", resolvedScenario: "schema = 1\n# 95 °C\n",
    overrides: ["flask.temperature=95 degC"], seed: UInt64.max, crystalFloor: 30,
    options: [
      RunProcess.Entry("gibbs_thomson", "exponential"), RunProcess.Entry("attachment.law", "mixed"),
    ],
    versions: [RunProcess.Entry("qdsynth", "0.1.0"), RunProcess.Entry("sundials", "6.4.1")],
    inputs: [RunProcess.Entry("scenario.toml", SHA256.digits(of: "schema = 1\n"))],
    provenance: "[provenance]\nreagent = \"Pb(oleate)₂\"\n", fileTime: "2026-01-02T03:04:05Z")

  static var trajectory: Trajectory {
    let edges = (0...10).map { 0.5 + 100 * Double($0) }
    let numbers = (0..<3).map { time in (0..<10).map { Double(time) * 1e20 * Double(10 - $0) } }
    var statistics = RunStatistics()
    statistics.steps = 321
    statistics.largestCluster = 1200
    statistics.matterDefect = 3e-16
    statistics.largestNegative = -2e-12
    statistics.shareNearTop = 4e-10
    statistics.dopantDefect = 5e-15
    statistics.wallTime = 0.25
    let frames = (0..<3).map(frame)
    var milestones = Milestones(of: frames.map { Glance($0) })
    milestones.dispersionTurns.toDefocusing = [12.5, 17]
    return Trajectory(
      speciesNames: ["PbOA", "solute"], dopantNames: ["Mn", "Ag+"], frames: frames,
      distributions: SizeDistributions(
        edges: edges, radii: edges.map { 0.2 * cbrt($0) }, numbers: numbers,
        units: numbers.map { $0.map { $0 * 1e-21 } }),
      statistics: statistics, milestones: milestones)
  }

  static var result: RunResult {
    var result = RunResult(title: "PbS, 95 °C", trajectory: trajectory, process: process)
    result.refinements = [
      Refinement(name: "tolerance", changes: ["number": 1e-5, "solute": -2e-6]),
      Refinement(name: "cells", changes: [:]),
    ]
    return result
  }

  private static func frame(_ index: Int) -> Frame {
    var frame = Frame()
    frame.time = 10 * Double(index)
    frame.temperature = 368.15
    frame.volume = 1e-5
    frame.species = [10.8 - Double(index), 0.1 * Double(index)]
    frame.solute = frame.species[1]
    frame.supersaturation = frame.solute / 0.1
    frame.number = 1e21 * Double(index)
    frame.radiusMean = index == 0 ? nil : 1.5 + Double(index)
    frame.radiusSD = index == 0 ? nil : 0.2
    frame.nucleationRate = [0, 1e20, 0][index]
    frame.supplyRate = 1e-2
    frame.uptakeRate = 8e-3 * Double(index)
    frame.crystalUptakeRate = 4e-3 * Double(index)
    frame.growthRate = index == 0 ? nil : 0.1
    frame.conversion = 0.1 * Double(index)
    frame.criticalRadius = index == 2 ? 0.9 : nil
    frame.dopants = (0..<2).map { dopant in
      var moments = DopantMoments()
      moments.mean = index == 0 ? nil : 0.5 + Double(dopant)
      moments.variance = index == 0 ? nil : 0.25
      moments.onSurface = index == 0 ? nil : 0.125
      moments.without = dopant == 0 || index == 0 ? nil : 0.375
      moments.carried = 1e-3 * Double(index)
      moments.defect = 1e-15
      return moments
    }
    return frame
  }
}
