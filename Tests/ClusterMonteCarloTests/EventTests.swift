import ClusterMonteCarlo
import Kinetics
import RealModule
import Synthesis
import Testing

/// Concentrations that are set anew, as the models 002-09, 003-03 and 003-04 of the Discrete Stochastic
/// Models Test Suite set them.
@Suite("Events")
struct EventTests {
  private static let realizations = 300

  private static func reaction(
    _ from: [Reaction.Term], _ to: [Reaction.Term], _ rate: Double
  ) -> Reaction {
    Samples.reaction(from, to, Coefficient(rate))
  }

  /// P pairs up and comes apart.
  private static func dimers(_ outputs: [Double]) -> Experiment {
    let term = Samples.term
    return Samples.experiment(
      [Species(name: "P", initial: 100, units: 1), Species(name: "P2", units: 2)],
      [reaction([term(0, 2)], [term(1, 1)], 5e-4), reaction([term(1, 1)], [term(0, 2)], 0.01)],
      outputs: outputs)
  }

  private static let anew = [
    FlaskEvent.Setting(species: 0, concentration: 100),
    FlaskEvent.Setting(species: 1, concentration: 0),
  ]

  @Test("at a time start the immigration of 002-09 from fifty", arguments: Samples.methods)
  func immigration(method: MonteCarlo.Method) {
    var experiment = Samples.experiment(
      [Species(name: "X")],
      [
        Self.reaction([], [Samples.term(0)], 1), Self.reaction([Samples.term(0)], [], 0.1),
      ], outputs: [25, 26, 50])
    experiment.recipe.events = [
      FlaskEvent(.time(25), settings: [FlaskEvent.Setting(species: 0, concentration: 50)])
    ]
    let drawn = experiment.draw(Self.realizations, method) { $0.frames.map { $0.species[0] } }
    // At an abrupt change, the flask after it.
    #expect(drawn.allSatisfy { abs($0[0] - 50) < 1e-9 })
    for (place, time) in [26.0, 50].enumerated() {
      // Of the fifty a binomial number is left, and a Poisson number came.
      let left = Double.exp(-0.1 * (time - 25))
      let (mean, sd) = (
        50 * left + 10 * (1 - left), ((10 + 50 * left) * (1 - left)).squareRoot()
      )
      let numbers = drawn.map { $0[place + 1] }
      #expect(abs(Statistics.z(numbers, mean: mean, sd: sd)) < 3)
      #expect(abs(Statistics.y(numbers, mean: mean, sd: sd)) < 5)
    }
  }

  @Test("at a time start the pairs of 003-03 again, and book what they add")
  func timed() {
    var experiment = Self.dimers([24, 25, 50])
    experiment.recipe.events = [FlaskEvent(.time(25), settings: Self.anew)]
    let drawn = experiment.draw(Self.realizations) { $0.frames }
    let numbers = drawn.map { $0[2].species[0] }
    #expect(abs(Statistics.z(numbers, mean: 34.887453, sd: 4.964691)) < 3)
    #expect(abs(Statistics.y(numbers, mean: 34.887453, sd: 4.964691)) < 5)
    #expect(drawn.allSatisfy { $0.allSatisfy { $0.matterDefect == 0 } })
    // The pairs vanish, and as many units appear alone.
    #expect(drawn.allSatisfy { abs($0[1].lost - 2 * $0[0].species[1]) < 12 && $0[1].lost > 0 })
  }

  @Test("by a condition follow 003-04's master equation", arguments: Samples.methods)
  func condition(method: MonteCarlo.Method) {
    var experiment = Self.dimers([10, 40])
    experiment.recipe.events = [
      FlaskEvent(
        .condition(FlaskEvent.Condition(species: 1, side: .above, concentration: 30)),
        settings: Self.anew)
    ]
    var equation = MasterEquation()
    for pairs in 0...30 {
      let alone = Double(100 - 2 * pairs)
      // The thirty-first pair starts all anew.
      equation.add(pairs, pairs == 30 ? 0 : pairs + 1, 5e-4 * alone * (alone - 1))
      equation.add(pairs, max(0, pairs - 1), 0.01 * Double(pairs))
    }
    let drawn = experiment.draw(Self.realizations, method) { $0.frames }
    for (place, time) in [10.0, 40].enumerated() {
      let chances = equation.chances(from: 0, of: 31, after: time)
      if place == 0 {
        // The suite's own mean.
        let mean = chances.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        #expect(abs(mean - 23.6633153783115) < 1e-6)
      }
      var found = [Double](repeating: 0, count: 31)
      for frames in drawn { found[Int(frames[place].species[1].rounded())] += 1 }
      let expected = chances.map { $0 * Double(Self.realizations) }
      #expect(Statistics.chiSquare(found, expected) < 3)
    }
    #expect(drawn.allSatisfy { $0.allSatisfy { $0.matterDefect == 0 } })
  }

  @Test("that set each other off without end stop the run")
  func endless() throws {
    var experiment = Self.dimers([10])
    experiment.recipe.events = [
      FlaskEvent(
        .condition(FlaskEvent.Condition(species: 0, side: .below, concentration: 99)),
        settings: [FlaskEvent.Setting(species: 0, concentration: 102)]),
      FlaskEvent(
        .condition(FlaskEvent.Condition(species: 0, side: .above, concentration: 101)),
        settings: [FlaskEvent.Setting(species: 0, concentration: 98)]),
    ]
    let interruption = try #require(experiment.draw(1) { $0.interruption }[0])
    #expect(interruption.reason.contains("without end"))
  }
}
