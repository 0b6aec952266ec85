/// How far a campaign, or a worker's part of it, has come.
public struct CampaignProgress: Sendable, Equatable {
  /// Runs that are planned.
  public var runs: Int
  public var done = 0
  public var failed = 0
  /// Of those done or failed, the ones that were found there.
  public var restored = 0
  public var seconds = 0.0

  public init(runs: Int) { self.runs = runs }

  public var finished: Int { done + failed }
  public var pending: Int { runs - finished }

  /// Seconds to the end at the pace so far; nothing before the first run.
  public var secondsLeft: Double? {
    let made = finished - restored
    return made > 0 ? seconds / Double(made) * Double(pending) : nil
  }
}
