import Checkpoints
import Foundation
import Results
import ScenarioFiles
import Synchronization
import Synthesis
import Units

/// Keeps the state of a run in a file beside its result: when it is stopped, and now and then.
final class RunKeeper: Sendable {
  /// When a run is kept, and when it is stopped by itself.
  struct Schedule: Sendable {
    /// Seconds from one checkpoint to the next; nil for none but where the run is stopped.
    var every: Double?
    /// Seconds after which the run stops.
    var limit: Double?
  }

  let path: String
  private let schedule: Schedule
  private let stop: StopRequest
  private let experiment: String
  private let engine: Engine
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    /// When the last checkpoint was asked for, in seconds since the start.
    var asked = 0.0
    var time = 0.0
    var reached = ""
    /// Whether the state in which the run stopped is in the file.
    var isKept = false
    var fault: String?
  }

  init(for result: String, of scenario: Scenario, _ schedule: Schedule, _ stop: StopRequest) {
    path = Self.path(for: result)
    self.schedule = schedule
    self.stop = stop
    experiment = CheckpointIdentity.digest(of: scenario)
    engine = scenario.experiment.engine
  }

  static func path(for result: String) -> String { result + ".checkpoint" }

  /// What an earlier process kept of this run; nil where there is nothing.
  func earlier() throws(Fault) -> Checkpoint? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let advice = "begin anew with --fresh, or name another result with --output"
    let found: Checkpoint
    do throws(ResultError) {
      found = try Checkpoint(reading: path, version: Version.text)
    } catch {
      throw Fault(.badData, "error: \(error)\n\(advice)")
    }
    guard found.experiment == experiment, found.engine == engine.rawValue else {
      throw Fault(
        .badData,
        "error: \(path): belongs to another scenario, or to other values of this one\n"
          + "go on with the values that it was made with, \(advice)")
    }
    return found
  }

  /// How a run goes on.
  ///
  /// - Parameters:
  ///   - time: simulated, s.
  ///   - reached: how far it is, in words.
  func answer(at time: Double, _ reached: @autoclosure () -> String) -> Continuation {
    let elapsed = (ContinuousClock.now - started) / .seconds(1)
    let isStopping = stop.signal != nil || elapsed >= schedule.limit ?? .infinity
    return state.withLock { state in
      guard isStopping || elapsed - state.asked >= schedule.every ?? .infinity else {
        return .proceed
      }
      state.asked = elapsed
      (state.time, state.reached) = (time, reached())
      return isStopping ? .pause : .keep
    }
  }

  /// Puts a state into the file; where that cannot be, it is said once.
  func keep(_ tape: StateTape) {
    let (time, reached) = state.withLock { ($0.time, $0.reached) }
    let checkpoint = Checkpoint(
      experiment: experiment, creatorVersion: Version.text, engine: engine.rawValue, time: time,
      reached: reached, fileTime: Date.now.formatted(.iso8601), tape: tape)
    var fault: String?
    do throws(ResultError) {
      try checkpoint.write(to: path)
    } catch {
      fault = "\(error)"
    }
    let isNew = state.withLock { state in
      defer { state.fault = fault }
      state.isKept = fault == nil
      return fault != nil && state.fault == nil
    }
    if isNew, let fault { Terminal.note("warning: the run cannot be kept: \(fault)") }
  }

  /// Whether the file holds the last state that was handed over.
  var isKept: Bool { state.withLock { $0.isKept } }

  /// Gives up the file of a run that has ended.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
