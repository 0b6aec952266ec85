public import Results

/// Turns the points of a campaign into results: all that a campaign needs to know of physics.
///
/// One value serves all workers at once, so it holds nothing that a run changes.
public protocol PointRunner: Sendable {
  /// The scenario with these values set, as text without output settings: the point's identity.
  func resolvedText(setting overrides: [Override]) throws(PointFailure) -> String

  /// Runs one point, and gives up soon with `.cancelled` when asked to.
  func run(_ point: PointRun, cancellation: Cancellation) throws(PointFailure) -> PointResult

  /// The same runner with nothing shared but what is constant in the program: two threads that count
  /// references to the same things hold each other up.
  func forOneThread() -> Self
}

extension PointRunner {
  public func forOneThread() -> Self { self }
}

/// One run that is asked for.
public struct PointRun: Sendable, Equatable {
  public let index: Int
  public let overrides: [Override]
  public let replicate: Int
  public let seed: UInt64
}

/// What one run gives.
public struct PointResult: Sendable, Equatable {
  public var values: [FinalValue]
  /// Its quantities against time, where the campaign keeps them.
  public var curves: TimeTable?
  /// How often the run was taken up from a state that gives the rest within tolerances, not bit by bit.
  public var resumed: Int

  public init(_ values: [FinalValue], curves: TimeTable? = nil, resumed: Int = 0) {
    self.values = values
    self.curves = curves
    self.resumed = resumed
  }
}

/// One number that a run ends with; no value where the quantity does not exist in this run.
public struct FinalValue: Sendable, Equatable {
  public var name: String
  public var unit: String
  public var value: Double?

  public init(_ name: String, _ value: Double?, unit: String) {
    self.name = name
    self.unit = unit
    self.value = value
  }
}

/// Why one point has no result, which never stops the others.
public enum PointFailure: Error, Sendable, Equatable {
  /// A run may have come some way, and its curves reach as far.
  case failed(reason: String, curves: TimeTable? = nil)
  case cancelled
}
