import Foundation
import Kinetics
import PopulationBalance
import Synthesis
import Testing

@Suite("What leaves a reactor")
struct ReactorTests {
  /// A → B with kτ = 0.6, from 1 mol/m³ of A, in a reactor of residence time 1 s.
  private func conversion(
    _ reactor: Reactor, tank: Double? = nil, duration: Double, outputs: [Double]? = nil
  ) -> Trajectory {
    Experiment(
      network: ReactionNetwork(
        species: [
          Species(name: "solute", units: 1), Species(name: "A", initial: 1, units: 1),
          Species(name: "B", units: 1),
        ],
        reactions: [
          Reaction(
            equation: "A -> B", reactants: [Flasks.term(1)], products: [Flasks.term(2)],
            rateConstant: Coefficient(0.6))
        ]),
      ladder: Flasks.inert,
      recipe: Recipe(
        volume: 1e-5, program: TemperatureProgram(heldAt: 500),
        flowThrough: tank.map { FlowThrough(residenceTime: $0, contents: [0, 1, 0]) }),
      reactor: reactor, duration: duration, outputs: outputs ?? [0, duration],
      tolerances: Tolerances(relative: 1e-10)
    ).balance()
  }

  private struct Vessel: Sendable {
    let reactor: Reactor
    let tank: Double?
    let duration: Double
    /// What is left of A.
    let left: Double
  }

  private static let vessels = [
    Vessel(reactor: .flask, tank: 1, duration: 60, left: 0.625),
    Vessel(reactor: .plugFlow, tank: nil, duration: 1, left: 0.548811636),
    Vessel(reactor: .tanks(4), tank: 0.25, duration: 40, left: 0.571753246),
    Vessel(reactor: .tanks(1), tank: 1, duration: 60, left: 0.625),
    Vessel(reactor: .laminarTube, tank: nil, duration: 1, left: 0.600083653),
  ]

  @Test("V12: A → B with kτ = 0.6", arguments: vessels)
  private func conversion(_ vessel: Vessel) throws {
    let (duration, left) = (vessel.duration, vessel.left)
    let trajectory = conversion(vessel.reactor, tank: vessel.tank, duration: duration)
    #expect(trajectory.interruption == nil)
    let outlet = try #require(trajectory.frames.last)
    #expect(abs(outlet.species[1] - left) <= 1e-8)
    #expect(abs(outlet.species[1] + outlet.species[2] - 1) <= 1e-9)
    #expect(trajectory.statistics.matterDefect <= 1e-12)
    #expect(trajectory.frames.map(\.time) == [0, duration])
  }

  /// From tanks full of A: A_4(t) by the eigenvalues of a chain, all equal to -(k + 1/τ).
  @Test("tanks in series follow their closed form from the start on")
  func transient() {
    let outputs = [0, 0.1, 0.37, 1, 2.5]
    let frames = conversion(.tanks(4), tank: 0.25, duration: 2.5, outputs: outputs).frames
    #expect(frames.map(\.time) == outputs)
    let (rate, flow) = (4.6, 4.0)
    for frame in frames {
      // A_k = a^k + e^(-pt) Σ_(j<k) (ft)^j/j! (1 - a^(k-j)), a = f/p.
      let a = flow / rate
      var (term, sum) = (1.0, 0.0)
      for j in 0..<4 {
        sum += term * (1 - pow(a, Double(4 - j)))
        term *= flow * frame.time / Double(j + 1)
      }
      let exact = pow(a, 4) + exp(-rate * frame.time) * sum
      #expect(abs(frame.species[1] - exact) <= 1e-8)
    }
  }

  /// Seeds that nothing happens to are washed out of the last of three tanks as a tracer is.
  @Test("particles flow from tank to tank, and their matter is kept")
  func washout() {
    for grid in [SizeGrid(), SizeGrid(kind: .hybrid)] {
      let trajectory = Experiment(
        network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
        ladder: Flasks.inert,
        recipe: Recipe(
          volume: 1e-5, program: TemperatureProgram(heldAt: 500),
          flowThrough: FlowThrough(residenceTime: 2, contents: [0])),
        reactor: .tanks(3),
        seeds: [SeedPopulation(number: 1e22, distribution: .single(diameter: 3e-9))], grid: grid,
        duration: 10, outputs: [0, 5, 10], tolerances: Tolerances(relative: 1e-8)
      ).balance()
      #expect(trajectory.statistics.matterDefect <= 1e-12)
      for frame in trajectory.frames {
        let x = frame.time / 2
        let exact = 1e22 * exp(-x) * (1 + x + x * x / 2)
        #expect(relativeError(frame.number, exact) <= 1e-6)
      }
    }
  }

  @Test("a synthesis in tanks keeps its matter while its grids grow")
  func synthesis() throws {
    var experiment = Flasks.synthesis(duration: 60)
    experiment.recipe.flowThrough = FlowThrough(residenceTime: 10, contents: [0, 20])
    experiment.grid = SizeGrid(kind: .hybrid)
    let one = experiment.balance()
    experiment.reactor = .tanks(1)
    let same = experiment.balance()
    experiment.reactor = .tanks(2)
    let two = experiment.balance()
    for trajectory in [one, same, two] {
      #expect(trajectory.interruption == nil)
      #expect(trajectory.frames.count == 4)
      #expect(trajectory.statistics.matterDefect <= 1e-10)
    }
    let (single, alike, last) = (one.frames[3], same.frames[3], two.frames[3])
    #expect(relativeError(alike.number, single.number) <= 1e-4)
    #expect(last.species[1] < single.species[1] && last.inCrystals > single.inCrystals)
  }

  @Test("a laminar tube in which nothing differs with age gives what went in")
  func idle() throws {
    let seeds = SeedPopulation(
      number: 1e22, distribution: .lognormal(mean: 3e-9, dispersion: 0.1))
    let trajectory = Experiment(
      network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
      ladder: Flasks.inert, recipe: Flasks.recipe(), reactor: .laminarTube, seeds: [seeds],
      duration: 10, outputs: [0, 10]
    ).balance()
    let (first, last) = (trajectory.frames[0], trajectory.frames[1])
    #expect(relativeError(last.number, first.number) <= 1e-12)
    #expect(relativeError(try #require(last.radiusMean), try #require(first.radiusMean)) <= 1e-12)
    #expect(relativeError(try #require(last.radiusSD), try #require(first.radiusSD)) <= 1e-9)
    let numbers = trajectory.distributions.numbers
    #expect(relativeError(numbers[1].reduce(0, +), 1e22) <= 1e-12)
  }

  @Test("tanks refuse classes that move, and say so")
  func moving() {
    var experiment = Flasks.synthesis()
    experiment.grid = SizeGrid(kind: .moving)
    experiment.recipe.flowThrough = FlowThrough(residenceTime: 10, contents: [0, 20])
    experiment.reactor = .tanks(2)
    let trajectory = experiment.balance()
    #expect(trajectory.interruption?.reason.contains("hybrid") == true)
    #expect(trajectory.frames.isEmpty)
  }

  @Test("what flows in warm warms the tank: the steady state of both")
  func warmth() throws {
    let trajectory = Experiment(
      network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
      ladder: Flasks.inert,
      recipe: Recipe(
        volume: 1e-5, program: TemperatureProgram(heldAt: 400),
        heat: HeatBalance(transfer: 4, capacity: 2e6),
        flowThrough: FlowThrough(residenceTime: 5, contents: [0], temperature: 300)),
      reactor: .tanks(2), duration: 200, outputs: [200], tolerances: Tolerances(relative: 1e-9)
    ).balance()
    // dT/dt = 0.2 (400 - T) + (T_in - T)/5 in each.
    #expect(abs(try #require(trajectory.frames.last).temperature - 375) <= 1e-5)
  }
}
