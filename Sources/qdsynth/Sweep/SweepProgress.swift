import Campaigns
import Foundation
import Synchronization

/// Says on a terminal how far a sweep is, at most five times a second.
final class SweepProgress: Sendable {
  private let shown = Mutex<ContinuousClock.Instant?>(nil)
  private let isShown: Bool

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.isLogATerminal
  }

  func advance(to progress: CampaignProgress) {
    guard isShown else { return }
    shown.withLock { shown in
      if let shown, ContinuousClock.now - shown < .milliseconds(200) { return }
      shown = .now
      Terminal.overwrite(Self.line(progress))
    }
  }

  /// Clears the line.
  func finish() {
    if isShown { Terminal.overwrite("") }
  }

  private static func line(_ progress: CampaignProgress) -> String {
    let failed = progress.failed > 0 ? ", \(progress.failed) failed" : ""
    let left = progress.secondsLeft.map { String(format: ", %.0f s to go", $0) } ?? ""
    return "\(progress.finished) of \(progress.runs) points\(failed)\(left)"
  }
}
