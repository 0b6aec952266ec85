import Checkpoints
import Kinetics
import RealModule
import Synthesis

/// What a leap is: which particles take part, and when it ends.
struct LeapPlan {
  /// The particles of at least so many units leap.
  let boundary: Int
  /// s.
  let end: Double
  /// The mean number of monomers over the leap.
  let monomers: Double
}

/// How long leaps may be, and what they cost.
struct LeapPace: Sendable {
  /// What is done once for a leap, in single events that take as long.
  static let fixedCost = 12.0
  /// For each size that there is in the crowd, and for each of its particles.
  static let sizeCost = 1.0
  static let particleCost = 0.2
  /// For each size, whether there is one or not.
  static let scanCost = 0.02
  /// For a single event within a leap, before which monomers are exchanged.
  static let singleCost = 5.0
  /// For each size, to make its rates for another medium.
  static let tableCost = 0.5
  /// How much dearer than the cheapest boundary the present one may be and stay.
  static let patience = 1.25

  let leapError: Double
  /// Whether anything may leap: where rates of the ladder or kernels read the concentration of
  /// monomers, single events see every change of it.
  let isAllowed: Bool
  /// The largest size that may leap, units.
  let largest: Int
  /// The medium when the last leap was planned, and when that was.
  var medium: Medium<Double>?
  var time = 0.0
  /// The boundary and the length of the last leap, s.
  var boundary = Int.max
  var length = 0.0
  /// Candidates of single events to go before it is looked again whether leaps pay.
  var rest = 0

  init() {
    (leapError, isAllowed, largest) = (0, false, 0)
  }

  init(leapError: Double, _ experiment: Experiment) {
    self.leapError = leapError
    let reads = experiment.ladder.reads.union(experiment.coalescence?.law.reads ?? [])
    let isHeld = experiment.network.species.contains {
      $0.name == experiment.ladder.monomer && $0.isHeld
    }
    isAllowed = leapError > 0 && !reads.contains(.solute) && !reads.contains(.partner) && !isHeld
    largest = experiment.grid.largest / 5 * 4
  }

  /// Candidates of single events of which a look at leaps in vain costs a tenth, with sizes up to one.
  static func spell(before largest: Int) -> Int {
    2000 + 10 * Int((scanCost + tableCost) * Double(largest))
  }

  /// How far two media are apart, in units of what a leap may change.
  func distance(_ one: Medium<Double>, _ other: Medium<Double>) -> Double {
    let share = leapError / 6
    return max(
      abs(one.temperature - other.temperature) / (3.3 * leapError),
      abs(one.coverage - other.coverage) / (leapError / 15),
      abs(one.binding - other.binding) / max(share * one.binding, .leastNormalMagnitude))
  }

  /// How long the medium may be left alone if it goes on as it changed since the last plan, s, and what
  /// it then is half a leap from now.
  mutating func expect(
    _ medium: Medium<Double>, at time: Double, before end: Double
  ) -> (patience: Double, midway: Medium<Double>) {
    defer { (self.medium, self.time) = (medium, time) }
    guard let last = self.medium, time > self.time else { return (1e-4 * (end - time), medium) }
    let moved = distance(last, medium)
    let patience = (time - self.time) / max(0.1, moved)
    let ahead = 0.5 * min(length, patience) / (time - self.time)
    // Beyond a jump nothing goes on as before.
    guard moved < 2 else { return (patience, medium) }
    var midway = medium
    midway.temperature += ahead * (medium.temperature - last.temperature)
    midway.coverage += ahead * (medium.coverage - last.coverage)
    midway.binding += ahead * (medium.binding - last.binding)
    return (patience, midway)
  }
}

extension LeapPace: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    var known: Medium<Double>? = medium
    var isKnown = known != nil
    try tape.pass(&isKnown)
    if isKnown {
      var there = known ?? Medium(temperature: 0)
      try tape.pass(&there.temperature)
      try tape.pass(&there.solute)
      try tape.pass(&there.partner)
      try tape.pass(&there.coverage)
      try tape.pass(&there.binding)
      known = there
    }
    medium = isKnown ? known : nil
    try tape.pass(&time)
    try tape.pass(&boundary)
    try tape.pass(&length)
    try tape.pass(&rest)
  }
}
