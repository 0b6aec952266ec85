public import Checkpoints
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
    ensemble(jobs: jobs, continuing: nil, keep: { _ in }, observe: observe)
  }

  /// Draws realizations, or the rest of those whose state was kept.
  ///
  /// Where `observe` answers `keep` or `pause`, every replicate gives its state at its next pause, and `keep`
  /// is handed that of all; a run that continues from there gives the same, bit by bit, as one that was never
  /// stopped.
  ///
  /// - Parameter kept: what `keep` was handed in an earlier run of the same experiment.
  public func ensemble(
    jobs: Int, continuing kept: StateTape?, keep: @escaping @Sendable (StateTape) -> Void,
    observe: @escaping @Sendable (EnsembleProgress) -> Continuation
  ) -> Ensemble {
    ensemble(jobs: jobs, continuing: kept, pausingAfter: nil, keep: keep, observe: observe)
  }

  /// - Parameter patience: candidates of events from one pause to the next.
  func ensemble(
    jobs: Int, continuing kept: StateTape? = nil, pausingAfter patience: Int?,
    keep: @escaping @Sendable (StateTape) -> Void,
    observe: @escaping @Sendable (EnsembleProgress) -> Continuation
  ) -> Ensemble {
    ensemble(jobs: jobs, continuing: kept, keep: keep, observe: observe) { number, kept, desk in
      realization(
        number, continuing: kept,
        RealizationListener(
          observe: desk.hear, keep: { desk.take($0, of: number) }, patience: patience))
    }
  }

  /// Draws realizations by what draws one without ever pausing.
  func ensemble(
    jobs: Int, observe: @escaping @Sendable (EnsembleProgress) -> Continuation,
    drawing draw:
      @escaping @Sendable (Int, (RealizationProgress) -> Continuation) -> Realization
  ) -> Ensemble {
    ensemble(
      jobs: jobs, continuing: nil, keep: { _ in }, observe: observe,
      drawing: { number, _, desk in draw(number, desk.hear) })
  }

  /// Draws realizations on so many threads, all that are asked for or until the standard error is met.
  ///
  /// The answer does not depend on the threads. What goes wrong underway ends up in its interruption,
  /// with all that was reached. `observe` is called from the threads, and may end all of it.
  private func ensemble(
    jobs: Int, continuing kept: StateTape?, keep: @escaping @Sendable (StateTape) -> Void,
    observe: @escaping @Sendable (EnsembleProgress) -> Continuation,
    drawing draw: @escaping @Sendable (Int, StateTape?, EnsembleDesk) -> Realization
  ) -> Ensemble {
    let most = monteCarlo?.replicates ?? 1
    let goal = monteCarlo?.standardError
    var state = EnsembleState()
    var fault: Interruption?
    if let kept { fault = state.takeUp(kept) }
    let desk = EnsembleDesk(self, most: most, from: state, keeper: keep, observer: observe)
    var (start, isWhole) = (fault == nil ? desk.round : most, false)
    while start < most, !isWhole {
      let end = goal == nil ? most : min(most, max(Self.firstLook, 2 * start))
      desk.open(start..<end)
      WorkerThreads.run(min(max(jobs, 1), end - start)) {
        while let next = desk.next() { desk.record(draw(next.number, next.kept, desk)) }
      }
      guard desk.isWhole(start..<end) else { break }
      isWhole = end == most || goal.map { desk.ensemble.isSettled(to: $0) } == true
      start = end
    }
    desk.end()
    var ensemble = desk.ensemble
    if let fault {
      ensemble.interruption = fault
    } else if !isWhole, ensemble.interruption == nil {
      ensemble.interruption = Interruption(
        cause: .cancelled, time: 0,
        reason: "the run was stopped (\(ensemble.replicates.count) of \(most) replicates are whole)"
      )
    }
    return ensemble
  }
}
