import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

@testable import ClusterMonteCarlo

/// What the balance foresees is what realizations do.
@Suite struct `Events that are expected` {
  /// Detachment at half the rate of attachment, so that most steps are taken back.
  private func experiment(isReversible: Bool) -> Experiment {
    var attachment = SurfaceLimited()
    attachment.surfaceRateConstant = Coefficient(5e-4)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(0.1)
    let network = ReactionNetwork(
      species: [
        Species(name: "solute", units: 1), Species(name: "A", initial: 20, units: 1),
      ],
      reactions: [
        Reaction(
          equation: "A -> solute", reactants: [Reaction.Term(species: 1, count: 1)],
          products: [Reaction.Term(species: 0, count: 1)], rateConstant: Coefficient(0.05))
      ])
    return Experiment(
      network: network,
      ladder: Ladder(
        attachment: attachment, energies: [surface],
        solubility: Coefficient(isReversible ? 1e-3 : 0), volumePerUnit: 5.6e-29),
      recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: 513)), duration: 100,
      outputs: [100], seed: 5, monteCarlo: MonteCarlo(volume: 1e-20, replicates: 4))
  }

  @Test func `of a reaction and irreversible growth are those of a closed form`() throws {
    let experiment = experiment(isReversible: false)
    let expected = try #require(experiment.expectedEvents(in: 1e-20))
    let converted = 20 * 1e-20 * 6.022_140_76e23 * (1 - exp(-5))
    #expect(abs(expected.reactions / converted - 1) < 0.01)
    // Every unit attaches but the one that each particle began with.
    let last = try #require(experiment.balance().frames.last)
    let units = (last.inCrystals + last.subcritical) * 1e-20 * 6.022_140_76e23
    #expect(expected.ladder < units && expected.ladder > 0.5 * units)
  }

  @Test func `with every step back are those that happen`() throws {
    let experiment = experiment(isReversible: true)
    let expected = try #require(experiment.expectedEvents(in: 1e-20))
    let ensemble = experiment.ensemble(jobs: 2)
    let steps = ensemble.replicates.reduce(0) {
      $0 + $1.statistics.attachments + $1.statistics.detachments
    }
    #expect(abs(expected.ladder * 4 / Double(steps) - 1) < 0.05)
    let back = ensemble.replicates.reduce(0) { $0 + $1.statistics.detachments }
    #expect(Double(back) > 0.2 * Double(steps))
    let most = ensemble.replicates.map(\.statistics.mostParticles).reduce(0, +) / 4
    #expect(abs(expected.mostParticles / Double(most) - 1) < 0.1)
    let reactions = ensemble.replicates.reduce(0) { $0 + $1.statistics.reactions }
    #expect(abs(expected.reactions * 4 / Double(reactions) - 1) < 0.02)
  }

  @Test func `are not told where the balance is stopped`() {
    #expect(experiment(isReversible: true).expectedEvents(in: 1e-20) { _ in .cancel } == nil)
  }
}
