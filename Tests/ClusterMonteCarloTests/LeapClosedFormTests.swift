import ClusterMonteCarlo
import Kinetics
import Laws
import RealModule
import Synthesis
import Testing

/// Leaps against closed forms, at a chance of 1e-4 to fail and with fixed seeds.
@Suite struct LeapClosedFormTests {
  static let leaping: [MonteCarlo.Method] = [.tauLeaping, .continuousSolute]

  /// With one hazard h for every pair, each of N monomers is left at t with the chance e^(-hPt), and
  /// each of P particles has N (1 - e^(-hPt))/P units more, a binomial number.
  @Test(arguments: leaping)
  func exchangeIsBinomial(method: MonteCarlo.Method) {
    let ladder = LeapFlasks.even(0.01)
    let experiment = LeapFlasks.experiment(
      LeapFlasks.network(solute: 900), ladder,
      seeds: [LeapFlasks.seeds(20, of: 400, on: ladder)], duration: 4, method: method)
    let made = (0..<200).map { experiment.realization($0) }
    let share = 1 - Double.exp(-0.01 * 20 * 4)
    let molar = LeapFlasks.avogadro * LeapFlasks.volume
    let left = made.map { ($0.frames[0].solute * molar).rounded() }
    #expect(made.allSatisfy { $0.statistics.leaps > 0 })
    check(left, trials: 900, chance: 1 - share)
    let grown = made.flatMap { made in
      zip(made.sizes[0].units, made.sizes[0].counts).flatMap {
        repeatElement(Double($0 - 400), count: $1)
      }
    }
    check(grown, trials: 900, chance: share / 20)
  }

  /// Mean and variance of a binomial number within four standard errors, the variance's as of a
  /// normal one.
  private func check(_ values: [Double], trials: Double, chance: Double) {
    let (mean, variance) = (trials * chance, trials * chance * (1 - chance))
    let count = Double(values.count)
    let z = (TwoSamples.mean(values) - mean) / (variance / count).squareRoot()
    let ratio = TwoSamples.variance(values) / variance - 1
    #expect(abs(z) < 4)
    #expect(abs(ratio) < 4 * (2 / count).squareRoot())
  }

  /// A converts at first order: of N, a binomial number is left in leaps; its mean to within a
  /// molecule where chemistry is continuous.
  @Test(arguments: leaping)
  func conversion(method: MonteCarlo.Method) {
    let experiment = LeapFlasks.experiment(
      LeapFlasks.network(solute: 0, precursor: 5000, rate: 0.2), LeapFlasks.even(0), duration: 5,
      method: method)
    let made = (0..<150).map { experiment.realization($0) }
    #expect(made.allSatisfy { $0.statistics.leaps > 0 })
    let molar = LeapFlasks.avogadro * LeapFlasks.volume
    let left = made.map { ($0.frames[0].species[1] * molar).rounded() }
    guard method == .continuousSolute else {
      return check(left, trials: 5000, chance: .exp(-1))
    }
    #expect(left.allSatisfy { abs($0 - 5000 * .exp(-1)) <= 1 })
  }

  /// 2 A → B from 100 A at propensity 1e-3 N(N-1)/2: mean and standard deviation at 10 s by the exact
  /// chemical master equation, V40 of the validation.
  @Test func dimerisation() {
    let molar = LeapFlasks.avogadro * LeapFlasks.volume
    let network = ReactionNetwork(
      species: [
        Species(name: "solute", units: 1), Species(name: "A", initial: 100 / molar),
        Species(name: "B"),
      ],
      reactions: [
        Reaction(
          equation: "2 A -> B", reactants: [Reaction.Term(species: 1, count: 2)],
          products: [Reaction.Term(species: 2, count: 1)],
          rateConstant: Coefficient(5e-4 * molar))
      ])
    let experiment = LeapFlasks.experiment(
      network, LeapFlasks.even(0), duration: 10, method: .tauLeaping)
    let left = (0..<1000).map { replicate in
      (experiment.realization(replicate).frames[0].species[1] * molar).rounded()
    }
    let (mean, deviation) = (50.209022550, 5.409263508)
    #expect(abs(TwoSamples.mean(left) - mean) < 4 * deviation / Double(left.count).squareRoot())
    let ratio = TwoSamples.variance(left) / (deviation * deviation) - 1
    #expect(abs(ratio) < 4 * (2 / Double(left.count)).squareRoot())
  }

  /// The first pair of monomers meets at N(t)²hδ with N(t) = N_0 (1 - e^(-kt)): a rate that changes
  /// while one waits.
  @Test(arguments: leaping)
  func firstNucleus(method: MonteCarlo.Method) {
    let pairs = 1e-6
    let experiment = LeapFlasks.experiment(
      LeapFlasks.network(solute: 0, precursor: 1000, rate: 0.5),
      LeapFlasks.even(1e-9, nucleation: pairs / 1e-9), duration: 12, crystalFloor: 2,
      method: method)
    let first = (0..<400).map { experiment.realization($0).firstCrystal ?? .infinity }
    let distance = TwoSamples.distance(first) { time in
      guard time < .infinity else { return 1 }
      let (once, twice) = (-Double.expMinusOne(-0.5 * time), -Double.expMinusOne(-time))
      return 1 - .exp(-pairs * 1e6 * (time - 4 * once + twice))
    }
    #expect(distance < TwoSamples.limit(first.count))
  }

  /// Particles that grow in leaps and join by single events, whatever their size: their number is
  /// that of Marcus and Lushnikov, V43 of the validation.
  @Test func coalescenceAmongLeaps() {
    let ladder = LeapFlasks.even(0.05)
    var experiment = LeapFlasks.experiment(
      LeapFlasks.network(solute: 3000), ladder,
      seeds: [LeapFlasks.seeds(200, of: 400, on: ladder)], duration: 2, method: .tauLeaping)
    var law = ConstantCoalescence()
    law.rateConstant = Coefficient(0.01 * LeapFlasks.volume)
    experiment.coalescence = Coalescence(law, smallest: 2)
    let made = (0..<40).map { experiment.realization($0) }
    #expect(made.contains { $0.statistics.leaps > 0 })
    let number = made.map { Double($0.sizes[0].particles) }
    let (mean, deviation) = (66.988639, 4.627612)
    #expect(abs(TwoSamples.mean(number) - mean) < 4 * deviation / Double(number.count).squareRoot())
    let ratio = TwoSamples.variance(number) / (deviation * deviation) - 1
    #expect(abs(ratio) < 4 * (2 / Double(number.count)).squareRoot())
  }
}
