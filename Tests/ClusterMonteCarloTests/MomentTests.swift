import ClusterMonteCarlo
import Kinetics
import Synthesis
import Testing

/// A process between whole molecules whose mean and standard deviation are known.
struct KnownProcess: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let experiment: Experiment
  /// The place of the species that is counted.
  let species: Int
  let known: [(time: Double, mean: Double, sd: Double)]

  init(
    _ name: String, _ species: [Species], _ reactions: [Reaction], of place: Int = 0,
    _ known: [(time: Double, mean: Double, sd: Double)]
  ) {
    testDescription = name
    experiment = Samples.experiment(species, reactions, outputs: known.map(\.time))
    self.species = place
    self.known = known
  }
}

/// Numbers of the Discrete Stochastic Models Test Suite, of T. W. Evans, C. S. Gillespie, D. J.
/// Wilkinson, *Bioinformatics* **24**, 285 (2008), doi:10.1093/bioinformatics/btm566, and of master
/// equations that were solved for these tests by other programs.
extension KnownProcess {
  private static func term(_ place: Int, _ count: Double = 1) -> Reaction.Term {
    Samples.term(place, count)
  }

  private static func reaction(
    _ from: [Reaction.Term], _ to: [Reaction.Term], _ rate: Double, equilibrium: Double? = nil
  ) -> Reaction {
    Samples.reaction(from, to, Coefficient(rate), equilibrium: equilibrium)
  }

  static let all = [
    KnownProcess(
      "001-01: births and deaths", [Species(name: "X", initial: 100)],
      [reaction([term(0)], [term(0, 2)], 0.1), reaction([term(0)], [], 0.11)],
      [(10, 90.48374, 13.44708), (25, 77.88008, 19.02018), (50, 60.65307, 22.38677)]),
    KnownProcess(
      "002-01: immigration and deaths", [Species(name: "X")],
      [reaction([], [term(0)], 1), reaction([term(0)], [], 0.1)],
      [(10, 6.321206, 2.514201), (25, 9.179150, 3.029711), (50, 9.932621, 3.151606)]),
    KnownProcess(
      "003-01: dimers form and break", [Species(name: "P", initial: 100), Species(name: "P2")],
      [reaction([term(0, 2)], [term(1)], 5e-4), reaction([term(1)], [term(0, 2)], 0.01)],
      [
        (10, 52.214271, 5.511760), (25, 34.887453, 4.964691), (50, 28.542298, 4.789331),
      ]),
    KnownProcess(
      "004-01: immigration in fives", [Species(name: "X")],
      [reaction([], [term(0, 5)], 1), reaction([term(0)], [], 0.2)],
      [(10, 21.616618, 8.408379), (25, 24.831551, 8.650392), (50, 24.998865, 8.660189)]),
    KnownProcess(
      "irreversible dimerisation", [Species(name: "A", initial: 100)],
      [reaction([term(0, 2)], [], 5e-4)],
      [(10, 50.209022550, 5.409263508), (50, 16.845179869, 3.340112261)]),
    KnownProcess(
      "Finke and Watzky's, 20 molecules", [Species(name: "A", initial: 20), Species(name: "B")],
      [
        reaction([term(0)], [term(1)], 0.01),
        reaction([term(0), term(1)], [term(1, 2)], 1.0 / 20),
      ],
      [(2, 0.949149637 * 20, 0.4656 / 20.0.squareRoot() * 20), (5, 0.703943 * 20, 0.3351 * 20)]),
    KnownProcess(
      "ligands on fifty sites",
      [
        Species(name: "free", initial: 50), Species(name: "taken"),
        Species(name: "L", initial: 10, isHeld: true),
      ],
      [reaction([term(0), term(2)], [term(1)], 0.1, equilibrium: 0.2)], of: 1,
      [(20, 100.0 / 3, (100.0 / 9).squareRoot())]),
  ]
}

@Suite("Numbers of molecules")
struct MomentTests {
  private static let realizations = 150

  @Test(
    "have the mean and the spread of their master equation",
    arguments: KnownProcess.all, Samples.methods)
  func moments(process: KnownProcess, method: MonteCarlo.Method) {
    let drawn = process.experiment.draw(Self.realizations, method) { realization in
      realization.frames.map { $0.species[process.species] }
    }
    for (place, known) in process.known.enumerated() {
      let numbers = drawn.map { $0[place] }
      #expect(abs(Statistics.z(numbers, mean: known.mean, sd: known.sd)) < 3)
      #expect(abs(Statistics.y(numbers, mean: known.mean, sd: known.sd)) < 5)
      #expect(numbers.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
    }
  }
}
