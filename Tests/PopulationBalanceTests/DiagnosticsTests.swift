import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@Suite("Diagnostics of a run")
struct DiagnosticsTests {
  /// Frames at both sides of a time, and at it.
  private func around(
    _ time: Double, _ experiment: Experiment, by step: Double = 1e-2
  ) -> [Frame] {
    var experiment = experiment
    experiment.outputs = [time - step, time, time + step]
    experiment.duration = time + step
    return experiment.balance().frames
  }

  private func slope(_ frames: [Frame], _ value: (Frame) -> Double?) -> Double {
    ((value(frames[2]) ?? 0) - (value(frames[0]) ?? 0)) / (frames[2].time - frames[0].time)
  }

  private static let grids = [
    SizeGrid(), SizeGrid(kind: .hybrid), SizeGrid(top: .open, largest: 60),
  ]

  @Test("d(solute)/dt = supply - uptake, and uptake is what particles gain", arguments: grids)
  func balances(grid: SizeGrid) {
    let frames = around(6, Flasks.synthesis(grid: grid, relative: 1e-7))
    let frame = frames[1]
    // First order, 0.05/s of what is left.
    #expect(relativeError(frame.supplyRate, 0.05 * frame.species[1]) <= 1e-12)
    let change = slope(frames) { $0.solute }
    #expect(abs(change - (frame.supplyRate - frame.uptakeRate)) <= 1e-4 * frame.supplyRate)
    let gained = slope(frames) { $0.subcritical + $0.inCrystals + $0.lost }
    #expect(relativeError(gained, frame.uptakeRate) <= 1e-4)
    #expect(relativeError(frame.conversion, 1 - exp(-0.3)) <= 1e-6)
  }

  @Test("crystals gain what they take up as they grow and what comes with those that join them")
  func crystals() {
    let frames = around(10, Flasks.synthesis(relative: 1e-7))
    let joining = 30 * frames[1].nucleationRate / Flasks.avogadro
    let gained = slope(frames) { $0.inCrystals }
    #expect(joining > 0.01 * gained)
    #expect(relativeError(frames[1].crystalUptakeRate + joining, gained) <= 1e-4)
  }

  /// Without dissolution and with a rate that is proportional to area, dr/dt = v_m k c.
  private func seeded(_ grid: SizeGrid, injections: [Injection] = []) -> Experiment {
    var attachment = SurfaceLimited()
    attachment.surfaceRateConstant = Coefficient(1e-6)
    var ladder = Flasks.inert
    ladder.attachment = attachment
    return Experiment(
      network: ReactionNetwork(
        species: [Species(name: "solute", initial: 5, units: 1)], reactions: []),
      ladder: ladder, recipe: Flasks.recipe(injections: injections),
      seeds: [SeedPopulation(number: 1e20, distribution: .normal(mean: 4e-9, dispersion: 0.1))],
      grid: grid, duration: 2, outputs: [0, 1, 2], crystalFloor: 30)
  }

  @Test("growth rate of seeds", arguments: [SizeGrid(kind: .hybrid), SizeGrid(kind: .moving)])
  func growth(grid: SizeGrid) throws {
    let frames = around(1, seeded(grid), by: 1e-2)
    let rate = try #require(frames[1].growthRate)
    #expect(relativeError(rate, 1e9 * 5.6e-29 * 1e-6 * frames[1].solute * Flasks.avogadro) <= 1e-9)
    if grid.kind == .moving {
      #expect(relativeError(slope(frames) { $0.radiusMean }, rate) <= 1e-6)
      let change = slope(frames) { $0.solute }
      #expect(relativeError(-change, frames[1].uptakeRate) <= 1e-6)
      #expect(relativeError(frames[1].crystalUptakeRate, frames[1].uptakeRate) <= 1e-12)
    }
  }

  @Test("a feed of solute is supply")
  func feed() {
    let feed = Injection(time: 0, duration: 2, volume: 10e-6, contents: [4])
    let frame = around(1, seeded(SizeGrid(kind: .hybrid), injections: [feed]))[1]
    // 5 mL/s of 4 mol/m³ into 15 mL.
    #expect(relativeError(frame.supplyRate, 5e-6 * 4 / 15e-6) <= 1e-12)
    #expect(frame.conversion == 1)
  }

  @Test("milestones do not depend on the outputs")
  func outputs() throws {
    var experiment = Flasks.synthesis(duration: 60)
    let sparse = experiment.balance()
    experiment.outputs = (0...300).map { 0.2 * Double($0) }
    let dense = experiment.balance()
    #expect(sparse.milestones == dense.milestones)
    let milestones = dense.milestones
    // Nothing dissolves before 90 % of the nuclei were born, so that crystals are nuclei.
    let all = dense.frames.map(\.number).max() ?? 0
    for (share, moment) in [(0.1, milestones.nucleation10), (0.9, milestones.nucleation90)] {
      let time = try #require(moment.time)
      let after = try #require(dense.frames.firstIndex { $0.number >= share * all })
      let (low, high) = (dense.frames[after - 1], dense.frames[after])
      let part = (share * all - low.number) / (high.number - low.number)
      #expect(abs(low.time + part * (high.time - low.time) - time) <= 1e-2 * time)
      #expect(relativeError(try #require(moment.conversion), 1 - exp(-0.05 * time)) <= 1e-3)
    }
    let overlap = try #require(milestones.nucleationOverlap)
    #expect(overlap > 0 && overlap < 0.9)
    let peak = try #require(milestones.nucleationPeak.time)
    #expect(try #require(milestones.supersaturationPeak.time) < peak)
    #expect(try #require(milestones.supplyMeetsUptake.time) > peak)
  }

  @Test("finer runs: tolerance on the exact grid, cells too on the hybrid one")
  func refinements() throws {
    let exact = Flasks.synthesis(duration: 5)
    #expect(exact.refinements.map(\.name) == ["tolerance"])
    let hybrid = Flasks.synthesis(duration: 5, grid: SizeGrid(kind: .hybrid))
    #expect(hybrid.refinements.map(\.name) == ["tolerance", "cells", "tolerance and cells"])
    #expect(hybrid.refinements[2].experiment.grid.cellRatio == 0.01)
    #expect(relativeError(hybrid.refinements[2].experiment.tolerances.relative, 1e-7) <= 1e-12)
    let run = exact.balance()
    let refined = exact.refinements[0].experiment.balance()
    let refinement = Refinement(name: "tolerance", of: run, refined: refined)
    #expect(Set(refinement.changes.keys) == Set(Refinement.quantities))
    #expect(refinement.changes.values.allSatisfy { $0 != 0 && abs($0) < 1e-4 })
    let expected = 1 - run.frames[3].number / refined.frames[3].number
    #expect(abs((refinement.changes["number"] ?? 1) - expected) <= 1e-15)
  }
}
