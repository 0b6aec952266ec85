public import Checkpoints
import Synthesis

extension Ensemble.Replicate: KeepableValue {
  public init() {
    self.init(
      number: 0, frames: [], firstCrystal: nil, history: nil, statistics: EventStatistics(),
      interruption: nil)
  }

  /// None of which was interrupted: `interruption` is not kept.
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&number)
    try tape.pass(&frames)
    try tape.pass(&firstCrystal)
    try tape.pass(&history)
    try tape.pass(&statistics)
    if tape.isReading { frames = frames.focused }
  }
}

extension DopantTally: KeepableValue {
  init() { self.init(DopantSample(), deeperThan: []) }

  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&crystals)
    try tape.pass(&singles)
    try tape.pass(&deepSingles)
    try tape.pass(&carried)
    try tape.pass(&located)
    try tape.pass(&depth)
    try tape.pass(&depthSquared)
    try tape.pass(&exchange)
    try tape.pass(&exchangeSquared)
  }
}

extension DopantStatistics: KeepableValue {
  /// Made anew, from the replicates: `tallies`.
  public mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&crystals)
    try tape.pass(&depthCounts)
  }
}
