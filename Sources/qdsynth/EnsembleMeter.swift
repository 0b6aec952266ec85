import ClusterMonteCarlo
import Foundation
import Synchronization

/// Says on a terminal how far an ensemble is, whichever thread tells it.
final class EnsembleMeter: Sendable {
  private let shown = Mutex(ContinuousClock.now)
  private let isShown: Bool

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.isLogATerminal
  }

  /// Shows it at most five times a second.
  func advance(to progress: EnsembleProgress) {
    guard isShown else { return }
    shown.withLock { shown in
      guard ContinuousClock.now - shown > .milliseconds(200) else { return }
      shown = .now
      Terminal.overwrite(Self.line(progress))
    }
  }

  /// Clears the line.
  func finish() {
    if isShown { Terminal.overwrite("") }
  }

  private static func line(_ progress: EnsembleProgress) -> String {
    let share = (Double(progress.finished) + progress.running) / Double(max(1, progress.of))
    let rest = share > 0.01 && share < 1 ? progress.seconds * (1 - share) / share : nil
    return RunProgress.bar(share) + " \(progress.finished) of \(progress.of) replicates, "
      + String(format: "%.3g events", Double(progress.events))
      + (rest.map { String(format: ", %.0f s to go", $0) } ?? "")
  }
}
