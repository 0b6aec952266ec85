public import Checkpoints

/// The dopants of one kind that the crystals of a realization carry at one time.
public struct DopantSample: Sendable, Hashable {
  /// How many crystals carry none, one, two and so on.
  public var crystals: [Int] = []
  /// Of each dopant in a crystal: how deep below the surface it lies, nm; zero on it.
  public var depths: [Double] = []
  /// Radius of the crystal that it is in, nm; as long as `depths`.
  public var hostRadii: [Double] = []
  /// How many dopants of its kind that crystal carries; as long as `depths`.
  public var hostCounts: [Int] = []

  public init() {}
}

/// What the crystals of a realization tell of their past at one time.
public struct HistorySample: Sendable, Hashable {
  /// When each crystal was born as a particle, s.
  public var birthTimes: [Double] = []
  /// Radius of each crystal, nm.
  public var radii: [Double] = []
  /// For each stage of the recipe that ended, from one injection to the next: the radius of each
  /// crystal at its end, nm, less what dissolved since; what grew later lies around it.
  public var stageRadii: [[Double]] = []

  public init() {}
}

extension DopantSample: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&crystals)
    try tape.pass(&depths)
    try tape.pass(&hostRadii)
    try tape.pass(&hostCounts)
  }
}

extension HistorySample: KeepableValue {
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&birthTimes)
    try tape.pass(&radii)
    try tape.pass(&stageRadii)
  }
}
