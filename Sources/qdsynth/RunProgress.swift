import Foundation
import PopulationBalance

/// Says on a terminal how far a run is: simulated time, steps, and when it should end.
struct RunProgress {
  private let started = ContinuousClock.now
  private var shown = ContinuousClock.now
  private let isShown: Bool

  init(isQuiet: Bool) {
    isShown = !isQuiet && Terminal.isLogATerminal
  }

  /// Takes note of a step; shows it at most five times a second.
  mutating func advance(to progress: BalanceProgress) {
    guard isShown, ContinuousClock.now - shown > .milliseconds(200) else { return }
    shown = .now
    let share = progress.time / progress.end
    let elapsed = (shown - started) / .seconds(1)
    Terminal.overwrite(
      "\(Self.bar(share)) \(time(progress.time)) of \(time(progress.end)), \(progress.steps) steps, "
        + "up to \(progress.largest) units\(remaining(share, elapsed))")
  }

  /// Clears the line.
  func finish() {
    if isShown { Terminal.overwrite("") }
  }

  static func bar(_ share: Double) -> String {
    let filled = Int((20 * share).rounded())
    return "[" + String(repeating: "=", count: filled)
      + String(repeating: " ", count: 20 - filled) + "]"
  }

  private func time(_ seconds: Double) -> String {
    String(format: seconds < 100 ? "%.3g s" : "%.0f s", seconds)
  }

  private func remaining(_ share: Double, _ elapsed: Double) -> String {
    // Steps lengthen as a run goes on, so its first percent says nothing of the rest.
    guard share > 0.01, share < 1 else { return "" }
    return String(format: ", %.0f s to go", elapsed * (1 - share) / share)
  }
}
