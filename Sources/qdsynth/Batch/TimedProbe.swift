import Campaigns
import Dispatch
import Foundation

/// A few runs, taken from all over a sweep, that tell how long one takes; their results count.
struct TimedProbe {
  let campaign: Campaign
  let points: ScenarioPoints
  let stop: StopRequest

  /// Runs of a probe at most; s after which no other is begun, and after which the last one is ended.
  private static let (runs, enough, most) = (5, 20.0, 120.0)

  /// Mean s of a run; where none came to an end, what the first one had taken until then.
  func secondsPerRun(among chunks: [Int]) throws -> Double? {
    var (spent, made) = (0.0, 0)
    for chunk in Self.spread(chunks) where spent < Self.enough {
      let start = ContinuousClock.now
      let count = try firstRun(of: chunk, within: Self.most - spent)
      spent += (ContinuousClock.now - start) / .seconds(1)
      made += count
      if stop.signal != nil { throw Fault(.interrupted, "interrupted; nothing was submitted") }
    }
    return spent > 0 ? spent / Double(max(made, 1)) : nil
  }

  /// Makes one run of a chunk, where nobody holds it and it ends in time, s.
  private func firstRun(of chunk: Int, within limit: Double) throws -> Int {
    let cancellation = Cancellation()
    let sources = stop.listen { cancellation.cancel(StopReason(signal: $0)) }
    let timer = DispatchWorkItem { cancellation.cancel() }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: timer)
    defer {
      timer.cancel()
      withExtendedLifetime(sources) {}
    }
    var assignment = Assignment()
    assignment.chunks = [chunk]
    let reached = try campaign.work(
      assignment, by: points, jobs: 1, cancellation: cancellation
    ) { _ in cancellation.cancel() }
    return reached.finished - reached.restored
  }

  /// As many as a probe has runs, the first and the last among them.
  private static func spread(_ chunks: [Int]) -> [Int] {
    guard chunks.count > runs else { return chunks }
    return (0..<runs).map { chunks[$0 * (chunks.count - 1) / (runs - 1)] }
  }
}
