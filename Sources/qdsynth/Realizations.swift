import ClusterMonteCarlo
import Foundation
import Results
import Synthesis

/// Draws the replicates of an experiment for the command line.
struct Realizations {
  let experiment: Experiment
  let jobs: Int
  let isQuiet: Bool

  func draw(_ stop: StopRequest) -> Ensemble {
    tellCost(stop)
    let meter = EnsembleMeter(isQuiet: isQuiet)
    defer { meter.finish() }
    return experiment.ensemble(jobs: jobs) { progress in
      meter.advance(to: progress)
      return stop.signal == nil ? .proceed : .cancel
    }
  }

  /// Says what it will take, where the balance tells in a few seconds.
  private func tellCost(_ stop: StopRequest) {
    guard !isQuiet else { return }
    let cost = CostEstimate(experiment, jobs: jobs, within: 5) { stop.signal != nil }
    cost?.lines.forEach(Terminal.note)
  }
}
