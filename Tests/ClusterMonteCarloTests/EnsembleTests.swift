import Foundation
import Kinetics
import Sampling
import Synchronization
import Synthesis
import Testing

@testable import ClusterMonteCarlo

@Suite struct `An ensemble` {
  private func ensemble(
    _ experiment: Experiment, jobs: Int = 2,
    observe: @escaping @Sendable (EnsembleProgress) -> Continuation = { _ in .proceed },
    ending interruption: Interruption? = nil, of broken: Int = -1
  ) -> Ensemble {
    experiment.ensemble(jobs: jobs, observe: observe) { number, watch in
      // Later replicates are done sooner.
      Thread.sleep(forTimeInterval: 0.002 * Double(8 - number % 8))
      var drawn = InventedRealization.draw(number, of: experiment)
      if number == broken {
        drawn.interruption = interruption
        drawn.frames.removeLast()
        drawn.sizes.removeLast()
      }
      let progress = RealizationProgress(
        replicate: number, time: experiment.duration, end: experiment.duration, events: 10)
      if watch(progress) == .cancel, number != broken {
        drawn.interruption = Interruption(cause: .cancelled, time: 1, reason: "stopped")
      }
      return drawn
    }
  }

  private let column = SummaryColumn.all.first { $0.name == "number" }

  @Test func `is the same whatever the threads`() throws {
    let experiment = InventedRealization.experiment(replicates: 20)
    let (one, many) = (ensemble(experiment, jobs: 1), ensemble(experiment, jobs: 7))
    #expect(one.replicates.map(\.number) == Array(0..<20))
    #expect(many.replicates.map(\.number) == Array(0..<20))
    #expect(one.sizes.numbers == many.sizes.numbers)
    #expect(one.sizeSD == many.sizeSD)
    let column = try #require(column)
    #expect(one.spread(of: column, at: 2) == many.spread(of: column, at: 2))
    #expect(one.waitingTime == many.waitingTime)
    #expect(one.interruption == nil && one.events == 20 * 1000 + 190)
  }

  @Test func `has the mean and spread of Poisson numbers`() throws {
    let replicates = 400
    let ensemble = ensemble(
      InventedRealization.experiment(replicates: replicates, outputs: [1]))
    let column = try #require(column)
    let spread = try #require(ensemble.spread(of: column, at: 0))
    let mean = 2 * InventedRealization.mean
    let error = (mean / Double(replicates)).squareRoot()
    #expect(abs(spread.mean * InventedRealization.volume - mean) < 4 * error)
    // The variance of a Poisson number is its mean, and is known to √(2/n).
    let variance = pow(try #require(spread.sd) * InventedRealization.volume, 2)
    #expect(abs(variance / mean - 1) < 4 * (2 / Double(replicates)).squareRoot())
    #expect(abs(spread.quantiles[2] / spread.mean - 1) < 0.02)
  }

  @Test func `holds all particles in bins of their size, with their spread`() throws {
    let replicates = 400
    let experiment = InventedRealization.experiment(replicates: replicates, outputs: [1])
    let ensemble = ensemble(experiment)
    let edges = ensemble.sizes.edges
    for size in [50.0, 5000] {
      let bin = try #require(
        edges.indices.dropLast().first { edges[$0] < size && size < edges[$0 + 1] })
      let number = ensemble.sizes.numbers[0][bin] * InventedRealization.volume
      let error = (InventedRealization.mean / Double(replicates)).squareRoot()
      #expect(abs(number - InventedRealization.mean) < 4 * error)
      let sd = ensemble.sizeSD[0][bin] * InventedRealization.volume
      #expect(
        abs(sd * sd / InventedRealization.mean - 1) < 4 * (2 / Double(replicates)).squareRoot())
      let units = ensemble.sizes.units[0][bin] / ensemble.sizes.numbers[0][bin]
      #expect(abs(units * 6.022_140_76e23 / size - 1) < 1e-12)
    }
    let column = try #require(column)
    let mean = try #require(ensemble.spread(of: column, at: 0)?.mean)
    #expect(abs(ensemble.sizes.numbers[0].reduce(0, +) / mean - 1) < 1e-12)
    #expect(zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [1, 5])
  func `stops at a look when its standard error is met`(jobs: Int) {
    // 200 crystals a replicate: their number is known to 0.0707/√n, to 0.0125 from 32 on.
    let experiment = InventedRealization.experiment(replicates: 1000, standardError: 0.014)
    #expect(ensemble(experiment, jobs: jobs).replicates.count == 32)
    let loose = InventedRealization.experiment(replicates: 1000, standardError: 0.5)
    #expect(ensemble(loose, jobs: jobs).replicates.count == 8)
    let few = InventedRealization.experiment(replicates: 5, standardError: 1e-6)
    #expect(ensemble(few, jobs: jobs).replicates.count == 5)
  }

  @Test func `waits for its first crystal as replicates do`() throws {
    let replicates = 500
    let ensemble = ensemble(InventedRealization.experiment(replicates: replicates))
    for (output, time) in ensemble.times.enumerated() {
      let without = ensemble.withoutCrystal(at: output)
      let expected = exp(-time / InventedRealization.waiting)
      let error = (expected * (1 - expected) / Double(replicates)).squareRoot()
      #expect(without.of == replicates)
      #expect(abs(try #require(without.share) - expected) < 4 * error)
      #expect(without.interval.contains(try #require(without.share)))
    }
    let mean = try #require(ensemble.waitingTime?.mean)
    #expect(
      abs(mean / InventedRealization.waiting - 1) < 4 / Double(replicates).squareRoot())
  }

  @Test func `counts those that never nucleate apart`() {
    let experiment = InventedRealization.experiment(replicates: 4)
    let ensemble = experiment.ensemble(
      jobs: 2, observe: { _ in .proceed },
      drawing: { number, _ in
        var drawn = InventedRealization.draw(number, of: experiment)
        drawn.firstCrystal = number == 1 ? 3 : nil
        return drawn
      })
    #expect(ensemble.neverNucleated == 3)
    #expect(ensemble.waitingTime == Spread(of: [3]))
    #expect(ensemble.times.indices.map { ensemble.withoutCrystal(at: $0).count } == [4, 4, 3])
  }

  @Test func `keeps what was reached when it is stopped`() {
    let heard = Atomic<Int>(0)
    let ensemble = ensemble(InventedRealization.experiment(replicates: 100)) { _ in
      heard.wrappingAdd(1, ordering: .relaxed).newValue < 10 ? .proceed : .cancel
    }
    #expect(ensemble.interruption?.cause == .cancelled)
    #expect(ensemble.replicates.count >= 10 && ensemble.replicates.count < 14)
    #expect(ensemble.reached.count == 3)
  }

  @Test func `says which replicate failed, and keeps the others`() throws {
    let failure = Interruption(cause: .failed, time: 2, reason: "there is no bound")
    let ensemble = ensemble(
      InventedRealization.experiment(replicates: 6), jobs: 1, ending: failure, of: 4)
    #expect(
      ensemble.interruption
        == Interruption(
          cause: .failed, time: 2,
          reason: "replicate 4: there is no bound (4 of 6 replicates are whole)"))
    #expect(ensemble.reached == [5, 5, 4])
    #expect(ensemble.sizes.numbers.count == 3)
  }

  @Test func `is poured together into one flask`() throws {
    let experiment = InventedRealization.experiment(replicates: 2, outputs: [1])
    let samples = [
      SizeSample(units: [100], counts: [1]), SizeSample(units: [100, 800], counts: [1, 2]),
    ]
    let ensemble = experiment.ensemble(
      jobs: 1, observe: { _ in .proceed },
      drawing: { number, _ in
        Realization(
          replicate: number,
          frames: [InventedRealization.frame(samples[number], at: 1, of: experiment)],
          sizes: [samples[number]], statistics: EventStatistics())
      })
    let frame = try #require(ensemble.trajectory(of: experiment.network).frames.first)
    #expect(abs(frame.number * InventedRealization.volume - 2) < 1e-12)
    // 800 units are twice as wide as 100: radii r, r, 2r and 2r.
    let radius = experiment.ladder.radius(ofUnits: 100) * 1e9
    #expect(abs(try #require(frame.radiusMean) / (1.5 * radius) - 1) < 1e-12)
    #expect(abs(try #require(frame.dispersion) - 1.0 / 3) < 1e-12)
    let column = try #require(SummaryColumn.all.first { $0.name == "dispersion" })
    let spread = try #require(ensemble.spread(of: column, at: 0))
    #expect(spread.count == 2 && abs(spread.mean - 0.5 * 0.282_842_712_474_619) < 1e-9)
  }
}
