import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@Suite("Dopants against closed forms")
struct DopantTests {
  private func last(_ frames: [Frame]) throws -> DopantMoments {
    try #require(frames.last?.dopants.first)
  }

  private func expect(
    _ value: Double?, _ expected: Double, _ error: Double = 1e-5,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, sourceLocation: sourceLocation)
    #expect(relativeError(value, expected) <= error, sourceLocation: sourceLocation)
  }

  @Test("V31: those that enter one by one are Poisson's", arguments: [1, 40])
  func poisson(mean: Double) throws {
    let kept = try last(DopantFlask(law: PartialExchange.test(mean), seeds: [40]).frames(at: [1]))
    try expect(kept.mean, mean)
    try expect(kept.variance, mean)
    if mean <= 1 { try expect(kept.without, exp(-mean)) }
    // The same from sums over pairs, on a surface that they never leave: u ρ = 4πr² k N_A c.
    let ladder = Ladder.growing(1e-6)
    let area = 4 * Double.pi * pow(ladder.radius(ofUnits: 40), 2)
    let sticking = mean / (area * 1e-6 * Flasks.avogadro)
    let loose = try last(
      DopantFlask(
        law: SurfaceCapture.test(sticking: sticking, residence: 1e30), seeds: [40], ladder: ladder
      ).frames(at: [1]))
    try expect(loose.mean, mean)
    try expect(loose.variance, mean)
    #expect(loose.onSurface == 1)
    #expect(loose.without == nil)
  }

  /// By scipy.linalg.expm of a chain of seven states.
  @Test("six sites, the first taken three times as fast as the others")
  func fewSites() throws {
    let law = PartialExchange.test(0.5, cooperativity: 0.3, per: .volume)
    let moments = try last(DopantFlask(law: law, seeds: [6]).frames(at: [1]))
    try expect(moments.without, 0.0497870683679)
    try expect(moments.mean, 1.43327281054)
    try expect(moments.variance, 0.561589846775)
  }

  @Test("at the best moment, f^(f/(1-f)) of the crystals hold exactly one", arguments: [0.1, 10])
  func best(f: Double) throws {
    // P1 = [e^(-fq) - e^(-q)]/(1 - f) is largest at q = ln f/(f - 1), where as many come from those
    // without any as go on: P0 = f P1.
    let q = log(f) / (f - 1)
    let law = PartialExchange.test(1, cooperativity: f)
    let moments = try last(DopantFlask(law: law).frames(at: [q]))
    try expect(moments.without.map { $0 / f }, pow(f, f / (1 - f)))
  }

  @Test(
    "growth takes passengers along: seeds that grow are as Poisson's",
    arguments: [SizeGrid(), SizeGrid(kind: .hybrid)])
  func growing(grid: SizeGrid) throws {
    // 0.2 nm/s from 60 units on, in all to some 180.
    let ladder = Ladder.growing(2e-10 / (5.6e-29 * Flasks.avogadro))
    var flask = DopantFlask(
      law: PartialExchange.test(0.8), seeds: [60], ladder: ladder, solute: 1, holdsSolute: true,
      grid: grid)
    flask.relative = 1e-6
    let frames = flask.frames(at: [1, 2])
    #expect((frames[1].radiusMean ?? 0) > 1.3)
    for frame in frames {
      let moments = frame.dopants[0]
      try expect(moments.mean, 0.8 * frame.time, 1e-5)
      try expect(moments.variance, 0.8 * frame.time, 1e-4)
      try expect(moments.without, exp(-0.8 * frame.time), 1e-4)
    }
  }

  @Test("what is expelled comes to the surface and leaves, as fast as it diffuses")
  func expulsion() throws {
    // By some 18 units each, within seconds; then diffusion is left alone.
    let ladder = Ladder.growing(1e-3)
    var law = SurfaceCapture.test(sticking: 1, residence: 1e-3)
    law.diffusivity = Coefficient(1e-21)
    law.expulsionEnergy = Coefficient(1e-19)
    law.exponent = Coefficient(0)
    var flask = DopantFlask(
      law: law, seeds: [60], dopant: 1e-4, isHeld: false, ladder: ladder, solute: 3e-3)
    flask.number = 1e20
    flask.relative = 1e-5
    let frames = flask.frames(at: [40, 60, 80])
    func buried(_ frame: Frame) throws -> Double {
      let moments = try #require(frame.dopants.first)
      return moments.carried * (1 - (moments.onSurface ?? 1))
    }
    let radius = 1e-9 * (frames[1].radiusMean ?? 0)
    let share = 1 - exp(-1e-19 / (Flasks.boltzmann * 513))
    let rate = Double.pi * .pi * 1e-21 / (radius * radius) * share
    let ratio = try buried(frames[2]) / buried(frames[1])
    #expect(relativeError(ratio, exp(-20 * rate)) <= 2e-3)
    #expect(exp(-20 * rate) < 0.9)
  }

  @Test("surface and solution come to u ρ = d s")
  func equilibrium() throws {
    let ladder = Ladder.growing(1e-6)
    let law = SurfaceCapture.test(sticking: 1, residence: 20)
    let flask = DopantFlask(law: law, seeds: [60], dopant: 1e-4, isHeld: false, ladder: ladder)
    let frame = try #require(flask.frames(at: [400]).first)
    let area = 4 * Double.pi * pow(ladder.radius(ofUnits: 60), 2)
    let uptake = area * 1e-6 * Flasks.avogadro * frame.species[1]
    try expect(frame.dopants[0].mean, uptake * 20)
    try expect(frame.dopants[0].variance, uptake * 20)
    #expect(frame.species[1] < 0.9e-4)
    #expect(abs(frame.dopants[0].defect) <= 1e-13)
  }

  @Test("V31: crystals of unequal volume make a mixed Poisson distribution")
  func sizeSpread() throws {
    // Volumes with a CV of 0.3: radii with exp(σ²/9) - 1, σ² = ln 1.09.
    let ladder = Flasks.inert
    let variance = log(1.09)
    let volume = 4000.0
    let dispersion = sqrt(exp(variance / 9) - 1)
    // ⟨d⟩ = d_50 exp(σ_d²/2), ⟨n⟩ = n_50 exp(σ²/2).
    let median = 2 * ladder.radius(ofUnits: volume * exp(-0.5 * variance))
    var flask = DopantFlask(law: PartialExchange.test(1 / volume, per: .volume))
    flask.distribution = .lognormal(
      mean: median * exp(variance / 18), dispersion: dispersion)
    flask.grid = SizeGrid(kind: .hybrid, cellRatio: 0.01)
    flask.relative = 1e-6
    let moments = try last(flask.frames(at: [1]))
    try expect(moments.mean, 1, 1e-3)
    let ratio = try #require(moments.variance) / (try #require(moments.mean))
    #expect(abs(ratio - 1.09) <= 1e-3)
    try expect(moments.without, 0.383386515, 1e-3)
  }
}
