import Foundation
import Kinetics
import Laws
import Results
import Sampling
import Synthesis

@testable import ClusterMonteCarlo

/// A made-up ensemble: five replicates at three times, one kind of dopant; one never nucleates.
enum SampleEnsemble {
  static let experiment = Experiment(
    network: ReactionNetwork(
      species: [Species(name: "A", units: 1), Species(name: "solute", units: 1)], reactions: []),
    ladder: Ladder(
      attachment: PowerAttachment(), energies: [], solubility: Coefficient(1),
      volumePerUnit: 5.6e-29),
    dopants: [Dopant(name: "Mn", law: PartialExchange(), smallest: 30)],
    recipe: Recipe(volume: 1e-5, program: TemperatureProgram(heldAt: 500)), duration: 20,
    outputs: [0, 10, 20],
    monteCarlo: MonteCarlo(
      method: .tauLeaping, volume: 1e-18, replicates: 5, keepsHistories: true),
    depths: [5e-10, 1e-9])

  static let ensemble = experiment.ensemble(
    jobs: 2, observe: { _ in .proceed }, drawing: { number, _ in realization(number) })

  static var result: RunResult {
    RunResult(
      title: "Mn in ZnS", ensemble: ensemble, of: experiment, process: SampleRun.process)
  }

  /// Two replicates that were stopped before the first output.
  static var stoppedAtOnce: RunResult {
    var experiment = experiment
    experiment.monteCarlo?.replicates = 2
    let ensemble = experiment.ensemble(
      jobs: 2, observe: { _ in .proceed },
      drawing: { number, _ in
        Realization(
          replicate: number, frames: [], sizes: [], statistics: EventStatistics(),
          interruption: number == 1
            ? Interruption(cause: .cancelled, time: 0, reason: "stopped") : nil)
      })
    return RunResult(title: "", ensemble: ensemble, of: experiment, process: SampleRun.process)
  }

  static func realization(_ number: Int) -> Realization {
    var stream = RandomStream(seed: 1, replicate: number)
    var realization = Realization(
      replicate: number, frames: [], sizes: [], statistics: EventStatistics())
    realization.firstCrystal = number == 3 ? nil : 4 + Double(number)
    realization.statistics.attachments = 100 * number
    for (index, time) in experiment.outputs.enumerated() {
      let crystals = number == 3 ? 0 : index * (3 + number)
      var frame = Frame()
      frame.time = time
      frame.volume = 1e-18
      frame.species = [1, 2]
      frame.solute = 2
      frame.supersaturation = 2
      frame.number = Double(crystals) * 1e18
      if crystals > 0 {
        frame.radiusMean = 2 + 0.1 * Double(number)
        frame.radiusSD = 0.2
      }
      realization.frames.append(frame)
      realization.sizes.append(
        crystals > 0 ? SizeSample(units: [600], counts: [crystals]) : SizeSample())
      var dopants = DopantSample()
      dopants.crystals = [crystals / 2, crystals - crystals / 2]
      for _ in 0..<(crystals - crystals / 2) {
        dopants.depths.append(2 * stream.uniform())
        dopants.hostRadii.append(2)
        dopants.hostCounts.append(1)
      }
      realization.dopants.append([dopants])
    }
    var history = HistorySample()
    history.birthTimes = Array(repeating: 4, count: number == 3 ? 0 : number)
    history.radii = history.birthTimes.map { _ in 2 }
    history.stageRadii = [history.radii.map { $0 / 2 }, history.radii.map { $0 - 0.5 }]
    realization.history = history
    return realization
  }
}
