import Checkpoints

/// What came in and went out of a sample, and what passed the crystal floor: whole numbers, always.
struct Ledger: Sendable {
  let crystalFloor: Int
  /// Solute units that were there at the start or came in since.
  var supplied = 0
  /// Units lost by yields, open tops and outflow, less those that held species supplied.
  var lost = 0
  /// Particles that passed the crystal floor upwards less those that passed it downwards, and births
  /// above it, since the last output.
  private(set) var crossings = 0
  /// Crystals that there are.
  private(set) var crystals = 0
  /// When there first was a crystal, s.
  private(set) var firstCrystal: Double?

  init(crystalFloor: Int) {
    self.crystalFloor = crystalFloor
  }

  /// A particle grew or shrank by one unit, or dissolved to nothing.
  @inline(__always)
  mutating func step(from before: Int, to after: Int, at time: Double) {
    guard (before >= crystalFloor) != (after >= crystalFloor) else { return }
    cross(after >= crystalFloor ? 1 : -1, at: time)
  }

  /// So many particles more passed the crystal floor upwards than downwards.
  mutating func cross(_ number: Int, at time: Double) {
    crossings += number
    count(number, at: time)
  }

  /// A nucleus of a closure was born.
  mutating func bear(_ size: Int, at time: Double) {
    if size >= crystalFloor { cross(1, at: time) }
  }

  /// A particle came from outside or by coalescence, or went that way.
  mutating func add(_ number: Int, ofSize size: Int, at time: Double) {
    if size >= crystalFloor { count(number, at: time) }
  }

  private mutating func count(_ number: Int, at time: Double) {
    crystals += number
    if firstCrystal == nil, crystals > 0 { firstCrystal = time }
  }

  /// The net number of crossings since this was last asked.
  mutating func takeCrossings() -> Int {
    defer { crossings = 0 }
    return crossings
  }
}

extension Ledger: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&supplied)
    try tape.pass(&lost)
    try tape.pass(&crossings)
    try tape.pass(&crystals)
    try tape.pass(&firstCrystal)
  }
}
