import ClusterMonteCarlo
import Kinetics
import Laws
import RealModule
import Synthesis
import Testing

@Suite("Particles in a sample")
struct GrowthTests {
  @Test("grow by a Poisson number of units", arguments: Samples.methods)
  func shotNoise(method: MonteCarlo.Method) throws {
    // The direct method takes its time over every size.
    let number = method == .direct ? 40 : 300
    let experiment = Samples.experiment(
      [Species(name: "solute", initial: 1, units: 1, isHeld: true)],
      ladder: Samples.ladder(Samples.power(10, dimerisation: 0)),
      seeds: [Samples.seeds(Double(number), of: 500)], outputs: [100])
    let sample = try #require(experiment.draw(1, method) { $0.sizes.last }[0])
    let gains = zip(sample.units, sample.counts).flatMap {
      repeatElement(Double($0 - 500), count: $1)
    }
    #expect(gains.count == number)
    #expect(abs(Statistics.z(gains, mean: 1000, sd: 1000.0.squareRoot())) < 3)
    // χ², nearly normal.
    let chiSquare = Double(gains.count - 1) * Statistics.variance(gains) / 1000
    #expect(abs(chiSquare - Double(number - 1)) < 3 * Double(2 * (number - 1)).squareRoot())
  }

  @Test("meet as Marcus and Lushnikov count", arguments: Samples.methods)
  func coalescence(method: MonteCarlo.Method) {
    // A master equation of pure death at 0.01 N(N - 1)/2, solved for these tests.
    let known = [
      (133.568226, 5.589048), (66.988639, 4.627612), (18.518607, 2.465069),
    ]
    var law = ConstantCoalescence()
    law.rateConstant = Coefficient(0.01 * Samples.one)
    var experiment = Samples.experiment(
      [], seeds: [Samples.seeds(200, of: 3)], outputs: [0.5, 2, 10])
    experiment.coalescence = Coalescence(law, smallest: 2)
    let drawn = experiment.draw(150, method) { $0.sizes.map { Double($0.particles) } }
    for (place, known) in known.enumerated() {
      let numbers = drawn.map { $0[place] }
      #expect(abs(Statistics.z(numbers, mean: known.0, sd: known.1)) < 3)
      #expect(abs(Statistics.y(numbers, mean: known.0, sd: known.1)) < 5)
    }
  }

  @Test("come in with a feed at a Poisson number, and with them molecules")
  func arrivals() {
    let injection = Injection(
      time: 0, duration: 2, volume: 2 * Samples.one, contents: [0, 20],
      seeds: [Samples.seeds(10, of: 5)])
    let experiment = Samples.experiment(
      [Species(name: "solute", units: 1), Species(name: "A", units: 1)],
      injections: [injection], outputs: [1, 2])
    let drawn = experiment.draw(300) { realization in
      realization.frames.enumerated().map { place, frame in
        (
          frame.species[1] * frame.volume / Samples.one,
          Double(realization.sizes[place].particles)
        )
      }
    }
    for (place, mean) in [20.0, 40].enumerated() {
      let molecules = drawn.map { $0[place].0 }
      #expect(abs(Statistics.z(molecules, mean: mean, sd: mean.squareRoot())) < 3)
      #expect(abs(Statistics.y(molecules, mean: mean, sd: mean.squareRoot())) < 5)
      let particles = drawn.map { $0[place].1 }
      #expect(abs(Statistics.z(particles, mean: mean / 2, sd: (mean / 2).squareRoot())) < 3)
    }
  }

  @Test("pass a tank with exponential residence times")
  func tank() {
    // X_f τ flows in per τ, and each leaves after a time of mean τ: Poisson in the end.
    var experiment = Samples.experiment(
      [Species(name: "A", units: 1)], seeds: [Samples.seeds(40, of: 4)], outputs: [1, 5])
    experiment.recipe.flowThrough = FlowThrough(residenceTime: 2, contents: [30, 0])
    let drawn = experiment.draw(300) { realization in
      (
        realization.frames.map { $0.species[0] },
        realization.sizes.map { Double($0.particles) }
      )
    }
    for (place, time) in [1.0, 5].enumerated() {
      let left = Double.exp(-time / 2)
      let molecules = drawn.map { $0.0[place] }
      let mean = 30 * (1 - left)
      #expect(abs(Statistics.z(molecules, mean: mean, sd: mean.squareRoot())) < 3)
      #expect(abs(Statistics.y(molecules, mean: mean, sd: mean.squareRoot())) < 5)
      let seeds = drawn.map { $0.1[place] }
      let spread = (40 * left * (1 - left)).squareRoot()
      #expect(abs(Statistics.z(seeds, mean: 40 * left, sd: spread)) < 3)
    }
  }
}
