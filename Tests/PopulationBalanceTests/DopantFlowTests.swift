import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@Suite("Dopants in what flows, coalesces and dissolves")
struct DopantFlowTests {
  private func expect(
    _ value: Double?, _ expected: Double, _ error: Double = 1e-5,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, sourceLocation: sourceLocation)
    #expect(relativeError(value, expected) <= error, sourceLocation: sourceLocation)
  }

  /// Seeds that take up q a second, in a reactor of residence time τ each.
  private func reactor(_ reactor: Reactor, tank: Double?, duration: Double) throws -> DopantMoments
  {
    var flask = DopantFlask(law: PartialExchange.test(0.6), seeds: [20])
    flask.reactor = reactor
    flask.relative = 1e-9
    let seeds = SeedPopulation(
      number: flask.number,
      distribution: .single(diameter: 2 * flask.ladder.radius(ofUnits: 20)))
    flask.flowThrough = tank.map {
      FlowThrough(residenceTime: $0, contents: [0, 1], seeds: [seeds])
    }
    let trajectory = flask.trajectory(at: [duration])
    #expect(trajectory.interruption == nil)
    #expect(trajectory.statistics.dopantDefect <= 1e-12)
    return try #require(trajectory.frames.last?.dopants.first)
  }

  @Test("a stirred tank gives ages that are exponential, and so a geometric distribution")
  func stirredTank() throws {
    let moments = try reactor(.flask, tank: 1, duration: 60)
    try expect(moments.mean, 0.6)
    try expect(moments.variance, 0.6 * 1.6)
    try expect(moments.without, 1 / 1.6)
  }

  @Test("two tanks give a negative binomial one")
  func tanks() throws {
    let moments = try reactor(.tanks(2), tank: 1, duration: 60)
    try expect(moments.mean, 1.2)
    try expect(moments.variance, 2 * 0.6 * 1.6)
    try expect(moments.without, 1 / (1.6 * 1.6))
  }

  @Test("in a laminar tube, those without any are as many as stay of first order")
  func laminarTube() throws {
    let moments = try reactor(.laminarTube, tank: nil, duration: 1)
    try expect(moments.without, 0.600083653, 1e-6)
  }

  private func coalescing(_ law: any UptakeLaw, ladder: Ladder) throws -> Frame {
    var kernel = ConstantCoalescence()
    kernel.rateConstant = Coefficient(2e-21)
    var flask = DopantFlask(law: law, seeds: [2], ladder: ladder)
    flask.coalescence = Coalescence(kernel, smallest: 1)
    flask.grid = SizeGrid(largest: 2000)
    flask.relative = 1e-7
    let trajectory = flask.trajectory(at: [1])
    #expect(trajectory.interruption == nil)
    #expect(trajectory.statistics.dopantDefect <= 1e-12)
    let frame = try #require(trajectory.frames.last)
    try expect(frame.number, 0.5e21)
    return frame
  }

  /// M' = q N - d M, Σ m(m-1)' = 2 q M - 2 d Σ m(m-1) + 2 M², by scipy's DOP853.
  @Test("two that coalesce hold what both held, also of what leaves again")
  func looseCoalescence() throws {
    // The same uptake for all sizes.
    var attachment = PowerAttachment()
    attachment.rateConstant = Coefficient(0.7 / Flasks.avogadro)
    var ladder = Flasks.inert
    ladder.attachment = attachment
    let law = SurfaceCapture.test(sticking: 1, residence: 2.5)
    let moments = try coalescing(law, ladder: ladder).dopants[0]
    try expect(moments.mean, 0.781690347348)
    try expect(moments.variance, 0.890561606123)
  }

  @Test("what sums over particles do not know is refused in words")
  func depth() {
    let asking = DopantFlask(law: DepthAsking()).trajectory(at: [1])
    #expect(asking.frames.isEmpty)
    #expect(asking.interruption?.reason.contains("use run.engine = \"monte-carlo\"") == true)
    var moving = DopantFlask(law: PartialExchange.test(1))
    moving.grid = SizeGrid(kind: .moving)
    let reason = moving.trajectory(at: [1]).interruption?.reason
    #expect(reason == "classes that move carry no dopants; use grid.kind = \"hybrid\"")
  }

  @Test("what dissolves gives back all that it took")
  func dissolution() throws {
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(0.05)
    var ladder = Ladder.growing(1e-5)
    ladder.energies = [surface]
    ladder.solubility = Coefficient(1)
    for law in [
      PartialExchange.test(1e-2, cooperativity: 0.2, per: .volume) as any UptakeLaw,
      SurfaceCapture.test(sticking: 0.1, residence: 3),
    ] {
      var flask = DopantFlask(
        law: law, seeds: [60], dopant: 1e-2, isHeld: false, ladder: ladder, smallest: 10)
      flask.number = 1e20
      flask.relative = 1e-6
      let frames = flask.trajectory(at: [0.02, 10]).frames
      #expect(frames[0].dopants[0].carried > 1e-8)
      #expect(frames[1].dopants[0].carried < 1e-12)
      try expect(frames[1].species[1], 1e-2, 1e-9)
      for frame in frames {
        try expect(frame.species[1] + frame.dopants[0].carried, 1e-2, 1e-13)
        #expect(abs(frame.dopants[0].defect) <= 1e-13)
      }
    }
  }

  @Test(
    "a synthesis keeps all of its dopants",
    arguments: [SizeGrid(), SizeGrid(kind: .hybrid)], [false, true])
  func conservation(grid: SizeGrid, isFed: Bool) throws {
    var experiment = Flasks.synthesis(duration: 6, grid: grid, relative: 1e-5)
    let network = experiment.network
    experiment.network = ReactionNetwork(
      species: network.species + [
        Species(name: "D", initial: 1e-3), Species(name: "E", initial: 1e-2),
      ], reactions: network.reactions)
    var capture = SurfaceCapture.test(sticking: 0.2, residence: 0.05)
    capture.diffusivity = Coefficient(1e-21)
    capture.expulsionEnergy = Coefficient(3e-20)
    experiment.dopants = [
      Dopant(name: "D", law: capture, smallest: 12),
      Dopant(
        name: "E", law: PartialExchange.test(1e-2, cooperativity: 5, per: .surface), smallest: 30),
    ]
    if isFed {
      experiment.recipe = Flasks.recipe(injections: [
        Injection(time: 1, volume: 1e-6, contents: [0, 0, 0.02, 0]),
        Injection(time: 2, duration: 1, volume: 1e-6, contents: [0, 5, 0, 0.1]),
      ])
    }
    let trajectory = experiment.balance()
    #expect(trajectory.interruption == nil)
    #expect(trajectory.statistics.dopantDefect <= 1e-12)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
    let last = try #require(trajectory.frames.last)
    // What was put in, in mol, by the recipe itself.
    let put = isFed ? [1e-8 + 2e-8, 1e-7 + 1e-7] : [1e-8, 1e-7]
    for (place, moments) in last.dopants.enumerated() {
      let there = (last.species[2 + place] + moments.carried) * last.volume
      try expect(there, put[place], 1e-12)
      #expect(moments.carried > 1e-3 * last.species[2 + place])
      #expect((moments.mean ?? 0) > 0 && (moments.variance ?? -1) > 0)
    }
  }
}
