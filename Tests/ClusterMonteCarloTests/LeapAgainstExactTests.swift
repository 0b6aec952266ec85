import ClusterMonteCarlo
import Kinetics
import Synthesis
import Testing

/// Leaps against single events, at a chance of 1e-4 to fail and with fixed seeds.
@Suite struct LeapAgainstExactTests {
  /// Seeds of two sizes in solute that a precursor feeds: the small ones dissolve, the large ones grow.
  private func ripening(_ method: MonteCarlo.Method, leapError: Double = 0.03) -> Experiment {
    let ladder = LeapFlasks.ripening(5e-3, balancing: 40)
    return LeapFlasks.experiment(
      LeapFlasks.network(solute: 100, precursor: 200, rate: 0.5), ladder,
      seeds: [
        LeapFlasks.seeds(12, of: 150, on: ladder), LeapFlasks.seeds(12, of: 40, on: ladder),
      ], duration: 3, method: method, leapError: leapError)
  }

  /// What a realization is compared by.
  private struct Outcome {
    let solute: Double
    let particles: Double
    let largest: Double
    let meanUnits: Double

    init(_ made: Realization) {
      solute = made.frames[0].solute
      let sizes = made.sizes[0]
      particles = Double(sizes.particles)
      largest = Double(sizes.units.last ?? 0)
      meanUnits =
        zip(sizes.units, sizes.counts).reduce(0) { $0 + Double($1.0 * $1.1) }
        / max(1, particles)
    }
  }

  @Test(arguments: LeapClosedFormTests.leaping)
  func distributionsAgree(method: MonteCarlo.Method) {
    let exact = (0..<100).map { Outcome(ripening(.compositionRejection).realization($0)) }
    let made = (1000..<1100).map { ripening(method).realization($0) }
    #expect(made.allSatisfy { $0.statistics.leaps > 0 })
    let leapt = made.map { Outcome($0) }
    for field in [\Outcome.solute, \.particles, \.largest, \.meanUnits] {
      let (one, other) = (exact.map { $0[keyPath: field] }, leapt.map { $0[keyPath: field] })
      #expect(TwoSamples.distance(one, other) < TwoSamples.limit(100, 100))
      let spread = (TwoSamples.variance(one) + TwoSamples.variance(other)) / 100
      #expect(abs(TwoSamples.mean(one) - TwoSamples.mean(other)) <= 4 * spread.squareRoot())
    }
  }

  /// Without room for a leap nothing leaps, and the events are those of the exact engine one by one.
  @Test func vanishingErrorIsExact() {
    let exact = ripening(.compositionRejection).realization(3)
    let leapt = ripening(.tauLeaping, leapError: 1e-9).realization(3)
    #expect(leapt.statistics.leaps == 0)
    #expect(leapt.statistics.events == exact.statistics.events)
    #expect(leapt.sizes == exact.sizes)
    #expect(leapt.frames[0].solute == exact.frames[0].solute)
  }

  /// Half the leap error allows each leap at most half the drift and a quarter of the noise.
  @Test func smallerErrorTakesMoreLeaps() {
    let ladder = LeapFlasks.ripening(5e-3, balancing: 40)
    let leaps = [0.04, 0.02].map { error in
      LeapFlasks.experiment(
        LeapFlasks.network(solute: 20_000), ladder,
        seeds: [LeapFlasks.seeds(30, of: 600, on: ladder)], duration: 1, method: .tauLeaping,
        leapError: error
      ).realization(0).statistics.leaps
    }
    #expect(leaps[0] > 0)
    #expect(Double(leaps[1]) > 1.5 * Double(leaps[0]))
  }

  @Test(arguments: LeapClosedFormTests.leaping)
  func nothingIsLostOrNegative(method: MonteCarlo.Method) {
    var experiment = ripening(method, leapError: 0.5)
    experiment.recipe.flowThrough = FlowThrough(
      residenceTime: 3, contents: [0, 600 / (LeapFlasks.avogadro * LeapFlasks.volume)])
    experiment.outputs = (1...40).map { Double($0) / 10 }
    for replicate in 0..<20 {
      let made = experiment.realization(replicate)
      #expect(made.interruption == nil)
      #expect(made.frames.allSatisfy { $0.matterDefect == 0 })
      #expect(made.frames.allSatisfy { $0.species.allSatisfy { $0 >= 0 } })
      #expect(made.sizes.allSatisfy { $0.units.allSatisfy { $0 >= 2 } })
      #expect(made.sizes.allSatisfy { $0.counts.allSatisfy { $0 > 0 } })
    }
  }
}
