import ClusterMonteCarlo
import Kinetics
import Synthesis
import Testing

/// Leaps know no order of the reactions.
@Suite struct LeapOrderTests {
  /// The order in a file changes nothing.
  ///
  /// Molecules that come from outside and go again: Poisson's number of the mean 100,000 in the long run,
  /// whichever reaction is written first. All of it comes and goes within 10 s.
  @Test(arguments: [false, true])
  func ofReactions(isReversed: Bool) {
    let molar = LeapFlasks.avogadro * LeapFlasks.volume
    let coming = Reaction(
      equation: "S -> X", reactants: [Reaction.Term(species: 2, count: 1)],
      products: [Reaction.Term(species: 1, count: 1)], rateConstant: Coefficient(1e4 / molar))
    let going = Reaction(
      equation: "X -> Y", reactants: [Reaction.Term(species: 1, count: 1)],
      products: [Reaction.Term(species: 3, count: 1)], rateConstant: Coefficient(0.1))
    let network = ReactionNetwork(
      species: [
        Species(name: "solute", units: 1), Species(name: "X", initial: 1e5 / molar),
        Species(name: "S", initial: 1, isHeld: true), Species(name: "Y"),
      ], reactions: isReversed ? [going, coming] : [coming, going])
    let experiment = LeapFlasks.experiment(
      network, LeapFlasks.even(0), duration: 50, method: .tauLeaping)
    let made = (0..<20).map { experiment.realization($0) }
    #expect(made.allSatisfy { $0.statistics.leaps > 0 })
    let mean = TwoSamples.mean(made.map { $0.frames[0].species[1] * molar })
    // Of a turnover of √ε the order leaves ε/12 at most, 250; four standard errors are 283.
    #expect(abs(mean - 1e5) < 533)
  }
}
