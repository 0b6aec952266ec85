import Foundation
import Kinetics
import Laws
import PopulationBalance
import Synthesis
import Testing

extension Tag {
  /// Takes long even in release.
  @Tag static var slow: Self
}

/// Run with `swift test -c release -Xswiftc -enable-testing --filter SlowTests`.
@Suite("SlowTests: the exact ladder at full size", .tags(.slow))
struct ExactLadderReferenceTests {
  /// The yardstick of design.md section 3, with its constants (k = 2e-4 m/s, θ = 10).
  private func experiment() -> Experiment {
    let (boltzmann, temperature, radius) = (1.380_649e-23, 513.0, 0.2373e-9)
    var attachment = MixedControl()
    attachment.surfaceRateConstant = Coefficient(2e-4)
    attachment.diffusivity = Coefficient(1e-9)
    var surface = SurfaceEnergy()
    surface.surfaceEnergy = Coefficient(
      10 * boltzmann * temperature / (4 * .pi * radius * radius))
    let ladder = Ladder(
      attachment: attachment, energies: [surface], solubility: Coefficient(1e-3),
      volumePerUnit: 4 * .pi * radius * radius * radius / 3)
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
      network: network, ladder: ladder,
      recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: temperature)),
      duration: 3600, outputs: [1800, 3600], crystalFloor: 31)
  }

  @Test("N, mean d and dispersion at 1800 s and 3600 s within 2e-4 of the tight reference")
  func reference() throws {
    #if DEBUG
      try Test.cancel("takes minutes in a debug build")
    #else
      let trajectory = experiment().balance()
      try #require(trajectory.interruption == nil)
      let expected = [(2.3587e21, 7.5774, 29.559), (1.0284e21, 9.9299, 30.929)]
      for (frame, (number, diameter, dispersion)) in zip(trajectory.frames, expected) {
        #expect(abs(frame.number / number - 1) <= 2e-4)
        #expect(abs(2 * (frame.radiusMean ?? 0) / diameter - 1) <= 2e-4)
        #expect(abs(100 * (frame.dispersion ?? 0) / dispersion - 1) <= 1e-3)
        print(frame.number, 2 * (frame.radiusMean ?? 0), frame.dispersion ?? 0)
      }
      print(trajectory.statistics)
      #expect(trajectory.statistics.matterDefect <= 1e-12)
      #expect(trajectory.statistics.shareNearTop <= 1e-9)
    #endif
  }
}
