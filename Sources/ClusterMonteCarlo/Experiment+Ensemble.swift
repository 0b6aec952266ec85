public import Synthesis
import Workers

/// How far an ensemble is.
public struct EnsembleProgress: Sendable {
  /// Replicates that are whole.
  public let finished: Int
  /// Replicates that are drawn at most.
  public let of: Int
  /// What has been done of those that are being drawn, together, in replicates.
  public let running: Double
  /// Events so far, in all replicates.
  public let events: Int
  /// s.
  public let seconds: Double
}

extension Experiment {
  /// How many replicates are drawn before the standard error is looked at first; then at twice as many,
  /// and so on, whatever the number of threads.
  static let firstLook = 8

  /// Draws realizations on so many threads: as many as the experiment asks for, or fewer where its
  /// standard error is met.
  public func ensemble(
    jobs: Int, observe: @escaping @Sendable (EnsembleProgress) -> Continuation = { _ in .proceed }
  ) -> Ensemble {
    ensemble(jobs: jobs, observe: observe) { realization($0, observe: $1) }
  }

  /// Draws realizations on so many threads, all that are asked for or until the standard error is met.
  ///
  /// The answer does not depend on the threads. What goes wrong underway ends up in its interruption,
  /// with all that was reached. `observe` is called from the threads, and may end all of it.
  func ensemble(
    jobs: Int, observe: @escaping @Sendable (EnsembleProgress) -> Continuation,
    drawing draw:
      @escaping @Sendable (Int, (RealizationProgress) -> Continuation) -> Realization
  ) -> Ensemble {
    let most = monteCarlo?.replicates ?? 1
    let goal = monteCarlo?.standardError
    let desk = EnsembleDesk(self, most: most, observer: observe)
    var start = 0
    while start < most {
      let end = goal == nil ? most : min(most, max(Self.firstLook, 2 * start))
      desk.open(start..<end)
      WorkerThreads.run(min(max(jobs, 1), end - start)) {
        while let number = desk.next() { desk.record(draw(number, desk.hear)) }
      }
      if desk.isStopped { break }
      if let goal, desk.ensemble.isSettled(to: goal) { break }
      start = end
    }
    return desk.ensemble
  }
}
