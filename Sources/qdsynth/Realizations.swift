import Checkpoints
import ClusterMonteCarlo
import Foundation
import PopulationBalance
import Results
import Synthesis

/// Draws the replicates of an experiment for the command line.
struct Realizations {
  let experiment: Experiment
  let jobs: Int
  let isQuiet: Bool

  /// Draws them, or the rest of those that were kept.
  func draw(
    from kept: StateTape?, _ keeper: RunKeeper, _ stop: StopRequest
  ) throws(Fault) -> Ensemble {
    try tellCost(stop)
    let meter = EnsembleMeter(isQuiet: isQuiet)
    defer { meter.finish() }
    let duration = experiment.duration
    return experiment.ensemble(
      jobs: jobs, continuing: kept, keep: { keeper.keep($0) },
      observe: { progress in
        meter.advance(to: progress)
        let share = (Double(progress.finished) + progress.running) / Double(max(1, progress.of))
        return keeper.answer(
          at: share * duration,
          "\(progress.finished) of \(progress.of) replicates were whole, \(progress.events) events")
      })
  }

  /// Says what it will take, where the balance tells in a few seconds, and refuses what no memory holds.
  private func tellCost(_ stop: StopRequest) throws(Fault) {
    let isListed = !experiment.dopants.isEmpty
    guard !isQuiet || isListed,
      let cost = CostEstimate(experiment, jobs: jobs, within: 5, isStopped: { stop.signal != nil })
    else { return }
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    if isListed, cost.memory > memory {
      throw Fault(
        .badData,
        String(
          format: "error: up to %.2g particles that carry dopants, in %ld replicates at once, need "
            + "%.3g GB of memory, and this machine has %.3g GB\ntake a smaller volume, or fewer --jobs",
          cost.expected.mostParticles, cost.jobs, cost.memory / 1e9, memory / 1e9))
    }
    if !isQuiet { cost.lines.forEach(Terminal.note) }
  }
}
