import Synchronization

/// Says on a terminal how far the fits of frames are, at most five times a second.
final class FramesProgress: Sendable {
  private let shown = Mutex<ContinuousClock.Instant?>(nil)
  private let isShown: Bool

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.isLogATerminal
  }

  func advance(to done: Int, of count: Int) {
    guard isShown else { return }
    shown.withLock { shown in
      if let shown, ContinuousClock.now - shown < .milliseconds(200) { return }
      shown = .now
      Terminal.overwrite("\(100 * done / count) % of the fits")
    }
  }

  /// Clears the line.
  func finish() {
    if isShown { Terminal.overwrite("") }
  }
}
