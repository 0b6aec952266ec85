/// What a worker is to do: which runs of which chunks, and with what changed.
public struct Assignment: Sendable {
  /// In this order; all where nothing is said.
  public var chunks: [Int]?
  public var selection: Selection
  public var settings: [Override] = []
  /// The submission and the task in it that it belongs to.
  public var submission: Int?
  public var task: Int?
  /// What becomes of chunks that another process holds.
  public var held = Held.left
  /// Seconds between two signs of life.
  public var beat = Self.usualBeat
  /// What is known of tasks that hold chunks, from those who run them.
  public var life: TaskLife = { _, _ in nil }

  public enum Held: Sendable {
    /// Who is alive keeps them; from who is not they are taken.
    case left
    /// They are waited for until they are done, or taken over.
    case awaited
  }

  public static let usualBeat = 20.0

  public init(_ selection: Selection = .unfinished) {
    self.selection = selection
  }
}

/// Whether the task of a submission is running or about to; nothing where nobody knows.
public typealias TaskLife = @Sendable (_ submission: Int, _ task: Int) -> Bool?

/// Which runs are made.
public enum Selection: String, Sendable, Hashable, Codable, CaseIterable {
  /// Whatever has no result.
  case unfinished
  /// What has none, and what failed.
  case unfinishedAndFailed = "unfinished-and-failed"
  case failed
  /// What was stopped because its time had run out.
  case timedOut = "timed-out"
  /// What was never begun, and what was lost with its worker.
  case missing

  public func asks(for state: RunState) -> Bool {
    switch state {
    case .pending, .lost: [.unfinished, .unfinishedAndFailed, .missing].contains(self)
    case .timedOut: [.unfinished, .unfinishedAndFailed, .timedOut].contains(self)
    case .failed: [.failed, .unfinishedAndFailed].contains(self)
    case .claimed, .running, .done: false
    }
  }
}
