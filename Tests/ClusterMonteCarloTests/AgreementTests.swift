import ClusterMonteCarlo
import Kinetics
import Laws
import Synthesis
import Testing

/// A flask that both exact methods draw from one distribution.
struct SharedFlask: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let experiment: Experiment
  /// Realizations of either method.
  let count: Int

  static let all = [
    SharedFlask(testDescription: "a ladder with magic sizes", experiment: magic, count: 120),
    SharedFlask(testDescription: "a closure whose floor moves", experiment: closure, count: 120),
    SharedFlask(testDescription: "coalescence of all sizes", experiment: coalescing, count: 120),
  ]

  private static var magic: Experiment {
    var wells = MagicSize()
    wells.sizes = [5, 9]
    wells.depths = [3, 4].map { $0 * PhysicalConstants.boltzmann * 500 }
    return Samples.experiment(
      [Species(name: "solute", initial: 60, units: 1)],
      ladder: Samples.ladder(
        Samples.power(0.02), energies: [Samples.surface(4), wells], solubility: 2),
      outputs: [3])
  }

  private static var closure: Experiment {
    var law = ExponentialNucleation()
    law.prefactor = Coefficient(20 / Samples.one)
    law.barrier = Coefficient(12)
    law.nucleusOverCritical = Coefficient(1.2)
    var experiment = Samples.experiment(
      [Species(name: "solute", units: 1), Species(name: "A", initial: 120, units: 1)],
      [Samples.reaction([Samples.term(1)], [Samples.term(0)], Coefficient(1))],
      ladder: Samples.ladder(Samples.power(0.01), energies: [Samples.surface(4)], solubility: 3),
      outputs: [4])
    experiment.nucleation = NucleationClosure(law)
    return experiment
  }

  private static var coalescing: Experiment {
    var law = SumCoalescence()
    law.rateConstant = Coefficient(1e-3 * Samples.one)
    var experiment = Samples.experiment(
      [Species(name: "solute", initial: 40, units: 1)],
      ladder: Samples.ladder(Samples.power(0.01), energies: [Samples.surface(3)], solubility: 2),
      seeds: [Samples.seeds(40, of: 5)], outputs: [1])
    experiment.coalescence = Coalescence(law, smallest: 3)
    return experiment
  }
}

@Suite("Direct and by composition and rejection")
struct AgreementTests {
  /// With 99 % confidence.
  private static let limit = 1.628

  @Test("realizations are of one distribution", arguments: SharedFlask.all)
  func agreement(flask: SharedFlask) {
    let drawn = Samples.methods.map { method in
      flask.experiment.draw(flask.count, method) { realization in
        let (units, counts) = (realization.sizes[0].units, realization.sizes[0].counts)
        let frame = realization.frames[0]
        return [
          Double(realization.sizes[0].particles), frame.solute,
          Double(units.last ?? 0), Double(zip(units, counts).reduce(0) { $0 + $1.0 * $1.0 * $1.1 }),
          Double(realization.statistics.events),
        ]
      }
    }
    for quantity in 0..<5 {
      let (one, other) = (drawn[0].map { $0[quantity] }, drawn[1].map { $0[quantity] })
      #expect(Statistics.variance(one) > 0)
      #expect(Statistics.smirnov(one, other) < Self.limit)
    }
  }
}
