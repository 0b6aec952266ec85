import Foundation
import Kinetics
import Laws
import Results
import Sampling
import Synthesis

@testable import ClusterMonteCarlo

/// Replicates of a small flask as they might look, whose crystals carry one dopant each on average.
enum InventedEnsemble {
  static let experiment = Experiment(
    network: ReactionNetwork(species: [Species(name: "solute", units: 1)], reactions: []),
    ladder: Ladder(
      attachment: PowerAttachment(), energies: [], solubility: Coefficient(1),
      volumePerUnit: 5.6e-29),
    dopants: [Dopant(name: "Mn", law: PartialExchange(), smallest: 30)],
    recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: 500)), duration: 1800,
    outputs: (0...60).map { 0.1 * pow(18_000, Double($0) / 60) },
    monteCarlo: MonteCarlo(volume: 1e-21, replicates: 24))

  static let result = RunResult(
    title: "ZnS:Mn, 24 small volumes",
    ensemble: experiment.ensemble(
      jobs: 2, observe: { _ in .proceed }, drawing: { number, _ in realization(number) }),
    of: experiment,
    process: RunProcess(
      scenario: "", resolvedScenario: "", crystalFloor: 30, fileTime: "2026-01-02T03:04:05Z"))

  private static func realization(_ number: Int) -> Realization {
    var stream = RandomStream(seed: 11, replicate: number)
    var realization = Realization(
      replicate: number, frames: [], sizes: [], statistics: EventStatistics())
    let luck = 1 + 0.1 * (stream.uniform() + stream.uniform() - 1)
    realization.firstCrystal = 1 + stream.uniform()
    for time in experiment.outputs {
      let crystals = Int(60 * luck * (1 - exp(-pow(time / 3, 3))))
      let mean = 0.8 + 1.7 * (1 - exp(-time / 25)) / luck
      var radii = (0..<crystals).map { _ in
        mean * (1 + 0.25 * (stream.uniform() + stream.uniform() - 1))
      }
      radii.sort()
      let sizes = radii.map { max(30, Int(experiment.ladder.units(ofRadius: $0 * 1e-9))) }
      realization.frames.append(frame(time, radii, &stream))
      let counted = Dictionary(sizes.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.0 < $1.0 }
      realization.sizes.append(
        SizeSample(units: counted.map(\.key), counts: counted.map(\.value)))
      realization.dopants.append([dopants(radii, &stream)])
    }
    return realization
  }

  private static func frame(
    _ time: Double, _ radii: [Double], _ stream: inout RandomStream
  ) -> Frame {
    var frame = Frame()
    frame.time = time
    frame.volume = 1e-21
    frame.solute = (0.2 + 2 * exp(-time / 8)) * (0.9 + 0.2 * stream.uniform())
    frame.species = [frame.solute]
    frame.supersaturation = frame.solute
    frame.number = Double(radii.count) / frame.volume
    guard !radii.isEmpty else { return frame }
    let mean = radii.reduce(0, +) / Double(radii.count)
    frame.radiusMean = mean
    let squares = radii.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    frame.radiusSD = (squares / Double(radii.count)).squareRoot()
    return frame
  }

  /// Two tries at a dopant each: narrower than Poisson.
  private static func dopants(_ radii: [Double], _ stream: inout RandomStream) -> DopantSample {
    var sample = DopantSample()
    sample.crystals = [0, 0, 0]
    for radius in radii {
      let count = (0..<2).count { _ in stream.uniform() < 0.5 }
      sample.crystals[count] += 1
      for _ in 0..<count {
        sample.depths.append(radius * (1 - cbrt(stream.uniform())))
        sample.hostRadii.append(radius)
        sample.hostCounts.append(count)
      }
    }
    return sample
  }
}
