import Checkpoints
import Kinetics
import Sampling
import Synthesis

/// Particles of which the large ones leap and the few small ones go step by step.
///
/// A particle of the crowd is known by minus its size.
struct LeapingPopulation: ParticlePopulation, ~Copyable {
  /// The particles that single events befall.
  var few = CountedPopulation()
  /// The particles that leap.
  var crowd = Crowd()
  var liquid = LeapingLiquid()
  var pace = LeapPace()
  var groups = SizeGroups()

  init() {}

  mutating func prepare(for experiment: Experiment, _ settings: MonteCarlo) {
    crowd = Crowd(leapError: settings.leapError)
    liquid = LeapingLiquid(isContinuous: settings.method == .continuousSolute)
    pace = LeapPace(leapError: settings.leapError, experiment)
  }

  /// Bounds are passed only as far as the medium moves within a leap: the share is cut at one.
  static var slack: Double { .infinity }

  static func advance(
    _ run: inout ExactRun<Self>, to end: Double, atMost candidates: Int
  ) throws(Interruption) -> Int {
    try run.leap(to: end, atMost: candidates)
  }

  var count: Int { few.count + crowd.count }
  var room: Int { few.room }
  /// Of those that go step by step.
  var attaching: Double { few.attaching }
  var detaching: Double { few.detaching }

  /// Forgets the rates of the crowd, so that the next leap makes them anew.
  mutating func forget() { crowd.forget() }

  mutating func sort(by bounds: LadderBounds, grouping starts: [Int]) {
    few.sort(by: bounds, grouping: starts)
    groups = SizeGroups(starts: starts)
    regroup()
  }

  /// Counts the particles in each group anew.
  mutating func regroup() {
    guard !groups.isEmpty else { return }
    var counted = SizeGroups(starts: groups.starts)
    forEachSize { counted.add($1, ofSize: $0) }
    groups = counted
    few.groups.changed.removeAll(keepingCapacity: true)
  }

  func attaching(at target: Double) -> Candidate? { few.attaching(at: target) }
  func detaching(at target: Double) -> Candidate? { few.detaching(at: target) }

  func size(of place: Int) -> Int { abs(place) }

  mutating func resize(_ place: Int, to size: Int) -> Int {
    groups.add(-1, ofSize: place)
    groups.add(1, ofSize: size)
    return few.resize(place, to: size)
  }

  @discardableResult
  mutating func add(_ size: Int) -> Int {
    groups.add(1, ofSize: size)
    return few.add(size)
  }

  mutating func remove(_ place: Int) {
    groups.add(-1, ofSize: abs(place))
    place < 0 ? crowd.change(-place, by: -1) : few.remove(place)
  }

  func member(_ rank: Int, ofGroup group: Int) -> Int {
    let near = few.groups.counts[group]
    guard rank >= near else { return few.member(rank, ofGroup: group) }
    return memberOfCrowd(rank - near, from: groups.starts[group])
  }

  func member(_ rank: Int) -> Int {
    rank < few.count ? few.member(rank) : memberOfCrowd(rank - few.count, from: 2)
  }

  private func memberOfCrowd(_ rank: Int, from first: Int) -> Int {
    var (rest, size) = (rank, first)
    while rest >= Int(crowd.counts[size]) {
      rest -= Int(crowd.counts[size])
      size += 1
    }
    return -size
  }

  func forEachSize(_ body: (_ size: Int, _ count: Int) -> Void) {
    for size in 0..<max(few.counts.count, crowd.counts.count) {
      let count = self.count(ofSize: size)
      if count > 0 { body(size, count) }
    }
  }

  func count(ofSize size: Int) -> Int {
    (size < few.counts.count ? Int(few.counts[size]) : 0)
      + (size < crowd.counts.count ? Int(crowd.counts[size]) : 0)
  }

  /// Lets the particles of at least so many units leap, and the others go step by step.
  mutating func part(at boundary: Int) {
    let occupied = crowd.occupied
    if crowd.count > 0, boundary > occupied.lowerBound {
      for size in occupied.lowerBound..<min(boundary, occupied.upperBound)
      where crowd.counts[size] > 0 {
        let number = Int(crowd.counts[size])
        crowd.change(size, by: -number)
        few.change(size, by: number)
      }
    }
    guard few.count > 0, boundary < few.counts.count else { return }
    for size in boundary..<few.counts.count where few.counts[size] > 0 {
      let number = Int(few.counts[size])
      few.change(size, by: -number)
      crowd.change(size, by: number)
    }
  }
}

extension LeapingPopulation {
  /// Made anew, on sorting: `groups`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&few)
    try tape.pass(&crowd)
    try tape.pass(&liquid)
    try tape.pass(&pace)
  }
}
