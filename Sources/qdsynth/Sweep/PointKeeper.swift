import Campaigns
import Checkpoints
import Foundation
import Results
import ScenarioFiles
import Synchronization
import Synthesis

/// Keeps the state of a run of a sweep that takes long, in the sweep's folder: when its worker is asked to
/// stop, and now and then.
///
/// A run that takes less is made again; so is one whose state cannot be written or read, which costs time and
/// nothing else.
final class PointKeeper: Sendable {
  let path: String
  /// Seconds that a run takes, or is expected to take, from which on it is kept.
  private let after: Double
  private let scenario: Scenario
  /// Whether an earlier worker has kept the run, so that it is long.
  private let wasKept: Bool
  private let cancellation: Cancellation
  private let started = ContinuousClock.now
  private let kept = Mutex((asked: 0.0, time: 0.0))

  init(_ path: String, of scenario: Scenario, after: Double, _ cancellation: Cancellation) {
    self.path = path
    self.after = after
    self.cancellation = cancellation
    self.scenario = scenario
    wasKept = FileManager.default.fileExists(atPath: path)
  }

  /// What an earlier worker kept of this run.
  var earlier: StateTape? {
    guard wasKept, let found = try? Checkpoint(reading: path, version: Version.text),
      found.experiment == CheckpointIdentity.digest(of: scenario),
      found.engine == scenario.experiment.engine.rawValue
    else { return nil }
    return found.tape
  }

  /// How a run goes on.
  ///
  /// - Parameters:
  ///   - share: of the run that is done, with what was taken up.
  ///   - time: simulated, s.
  func answer(_ share: Double, at time: Double) -> Continuation {
    let elapsed = (ContinuousClock.now - started) / .seconds(1)
    let isLong = wasKept || elapsed >= after || share > 0.02 && elapsed / share >= after
    let isCancelled = cancellation.isCancelled
    return kept.withLock { kept in
      guard isCancelled || elapsed - kept.asked >= after else { return .proceed }
      kept = (elapsed, time)
      guard isCancelled else { return .keep }
      return isLong ? .pause : .cancel
    }
  }

  /// Puts a state into the file.
  func keep(_ tape: StateTape) {
    let time = kept.withLock { $0.time }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Checkpoint(
      experiment: CheckpointIdentity.digest(of: scenario), creatorVersion: Version.text,
      engine: scenario.experiment.engine.rawValue, time: time, reached: "\(time) s were simulated",
      fileTime: Date.now.formatted(.iso8601), tape: tape
    ).write(to: path)
  }

  /// Gives up the file of a run that has ended.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
