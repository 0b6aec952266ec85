public import Checkpoints
public import Synthesis

/// What one replicate gives: one way in which a small volume of the flask can go.
public struct Realization: Sendable {
  public var replicate: Int
  /// The volume at each output that was reached, as numbers that people compare.
  public var frames: [Frame]
  /// Particles by size at each of these times.
  public var sizes: [SizeSample]
  /// What crystals carry at each of these times, dopant by dopant; empty without dopants.
  ///
  /// Each single dopant is told of at the last time alone.
  public var dopants: [[DopantSample]] = []
  /// What crystals tell of their past at the last of these times; nil where they are not told apart.
  public var history: HistorySample?
  /// When the first particle of at least the crystal floor was there, s; nil where none ever was.
  public var firstCrystal: Double?
  public var statistics: EventStatistics
  /// Why the run ended before its time; what is here was reached.
  public var interruption: Interruption?
}

/// The particles of a volume by size: sizes in order, and how many there are of each.
public struct SizeSample: Sendable, Hashable {
  /// Units, in order, once each.
  public var units: [Int]
  public var counts: [Int]

  public init() { self.init(units: [], counts: []) }

  public init(units: [Int], counts: [Int]) {
    self.units = units
    self.counts = counts
  }

  public var particles: Int { counts.reduce(0, +) }
}

/// What a realization took.
public struct EventStatistics: Sendable, Hashable {
  public var attachments = 0
  public var detachments = 0
  public var reactions = 0
  public var births = 0
  public var coalescences = 0
  /// Molecules and particles that flowed in or out.
  public var flows = 0
  /// Dopants that were taken up, buried, exposed or given back.
  public var passages = 0
  /// Candidates of an event that thinning or a class's bound refused.
  public var refusals = 0
  /// Times that bounds were made anew.
  public var windows = 0
  /// Leaps, of a method that takes them.
  public var leaps = 0
  /// The largest particle that there was, units.
  public var largestParticle = 0
  /// Particles that there were at most.
  public var mostParticles = 0
  /// s.
  public var wallTime = 0.0

  public init() {}

  /// Events that happened, of every kind.
  public var events: Int {
    attachments + detachments + reactions + births + coalescences + flows + passages
  }
}

/// How far a realization is.
public struct RealizationProgress: Sendable {
  public let replicate: Int
  /// Simulated time, s.
  public let time: Double
  /// The simulated time at which the run ends, s.
  public let end: Double
  public let events: Int
}

extension SizeSample: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&units)
    try tape.pass(&counts)
  }
}

extension EventStatistics: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&attachments)
    try tape.pass(&detachments)
    try tape.pass(&reactions)
    try tape.pass(&births)
    try tape.pass(&coalescences)
    try tape.pass(&flows)
    try tape.pass(&passages)
    try tape.pass(&refusals)
    try tape.pass(&windows)
    try tape.pass(&leaps)
    try tape.pass(&largestParticle)
    try tape.pass(&mostParticles)
    try tape.pass(&wallTime)
  }
}
