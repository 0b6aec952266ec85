/// What a run gives: the flask over time, and how it was computed.
public struct Trajectory: Sendable {
  public var speciesNames: [String]
  public var dopantNames: [String]
  public var frames: [Frame]
  public var distributions: SizeDistributions
  /// The same on bins as fine as the engine knows sizes, for what is observed of them.
  public var sizes: SizeDistributions
  /// For each time, the particles of each size from the dimer on, 1/m³; only where every size is kept.
  public var everySize: [[Double]]?
  public var statistics: RunStatistics
  /// The events of the run.
  public var milestones: Milestones
  /// Why the run ended before its time; what is here was reached.
  public var interruption: Interruption?

  /// - Parameters:
  ///   - frames: of which each is told how the next ones focus.
  ///   - sizes: finer than the distributions, where anything is.
  ///   - milestones: found on the frames where nothing finer was followed.
  public init(
    speciesNames: [String], dopantNames: [String] = [], frames: [Frame],
    distributions: SizeDistributions, sizes: SizeDistributions? = nil,
    everySize: [[Double]]? = nil, statistics: RunStatistics, milestones: Milestones? = nil,
    interruption: Interruption? = nil
  ) {
    self.speciesNames = speciesNames
    self.dopantNames = dopantNames
    self.frames = frames.focused
    self.milestones = milestones ?? Milestones(of: frames.map { Glance($0) })
    self.distributions = distributions
    self.sizes = sizes ?? distributions
    self.everySize = everySize
    self.statistics = statistics
    self.interruption = interruption
  }
}

/// Why a run ended early.
public struct Interruption: Error, Sendable, Hashable {
  public enum Cause: Sendable, Hashable {
    case failed
    case cancelled
  }

  public var cause: Cause
  /// Simulated time that was reached, s.
  public var time: Double
  /// What happened, in words.
  public var reason: String

  public init(cause: Cause, time: Double, reason: String) {
    self.cause = cause
    self.time = time
    self.reason = reason
  }
}

/// What an integration took.
public struct RunStatistics: Sendable, Hashable {
  public var steps = 0
  public var rightHandSides = 0
  public var nonlinearIterations = 0
  public var jacobians = 0
  public var errorTestFailures = 0
  public var convergenceFailures = 0
  /// The largest cluster that the grid held, units.
  public var largestCluster = 0
  /// The most negative amount of clusters of one size, as a share of all units.
  public var largestNegative = 0.0
  /// The share of all units that ever was in the last hundredth of the grid.
  public var shareNearTop = 0.0
  /// The largest defect of matter at any output.
  public var matterDefect = 0.0
  /// The largest defect of any dopant at any output; zero without dopants.
  public var dopantDefect = 0.0
  /// Simulated times at which the integrator started again from a state that had been kept, s.
  public var resumed: [Double] = []
  /// s.
  public var wallTime = 0.0

  public init() {}
}
