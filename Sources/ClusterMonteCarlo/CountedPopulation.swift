import Checkpoints
import Sampling

/// Particles that nothing but their size tells apart: how many there are of each.
///
/// A particle's place is its size. A step from one size to the next within a class changes two counts
/// and nothing else, so that an event costs the same whatever the number of particles.
struct CountedPopulation: ParticlePopulation, ~Copyable {
  /// How many particles of each size.
  private(set) var counts: [Int32] = [0, 0, 0]
  private var classes = SizeClasses()
  /// How many particles in each class.
  private var inClass: [Int] = []
  /// The bounds of each class.
  private var attachment: [Double] = []
  private var detachment: [Double] = []
  private var attachments = SumTree(count: 0)
  private var detachments = SumTree(count: 0)
  private(set) var count = 0
  var groups = SizeGroups()

  init() {}

  var room: Int { classes.largest }
  var attaching: Double { attachments.total }
  var detaching: Double { detachments.total }

  mutating func sort(by bounds: LadderBounds, grouping starts: [Int]) {
    classes = SizeClasses(upTo: bounds.largest, by: bounds, breakingAt: Set(starts))
    var groups = SizeGroups(starts: starts)
    forEachSize { groups.add($1, ofSize: $0) }
    self.groups = groups
    counts.append(contentsOf: repeatElement(0, count: max(0, bounds.largest + 1 - counts.count)))
    let count = classes.count
    inClass = Array(repeating: 0, count: count)
    attachment = Array(repeating: 0, count: count)
    detachment = Array(repeating: 0, count: count)
    for size in 2...max(2, bounds.largest) {
      let place = Int(classes.classes[size])
      inClass[place] += Int(counts[size])
      attachment[place] = max(attachment[place], bounds.attachmentUpper[size])
      detachment[place] = max(detachment[place], bounds.detachmentUpper[size])
    }
    attachments = SumTree(count: count)
    detachments = SumTree(count: count)
    attachments.fill { Double(inClass[$0]) * attachment[$0] }
    detachments.fill { Double(inClass[$0]) * detachment[$0] }
  }

  @inline(__always)
  func attaching(at target: Double) -> Candidate? { pick(attachments, attachment, target) }

  @inline(__always)
  func detaching(at target: Double) -> Candidate? { pick(detachments, detachment, target) }

  /// Of the rest of the target in its class, the whole part is the particle's rank and the remainder
  /// the draw.
  @inline(__always)
  private func pick(_ tree: borrowing SumTree, _ bounds: borrowing [Double], _ target: Double)
    -> Candidate?
  {
    let (place, rest) = tree.find(target)
    let bound = bounds[place]
    let scaled = rest / bound
    guard scaled < Double(inClass[place]) else { return nil }
    let rank = Int(scaled)
    let size = self.size(ofRank: rank, inClass: place)
    return Candidate(place: size, size: size, draw: (scaled - Double(rank)) * bound)
  }

  @inline(__always)
  private func size(ofRank rank: Int, inClass place: Int) -> Int {
    var size = Int(classes.starts[place])
    var rest = Int32(truncatingIfNeeded: rank)
    while rest >= counts[size] {
      rest &-= counts[size]
      size &+= 1
    }
    return size
  }

  @inline(__always)
  func size(of place: Int) -> Int { place }

  @inline(__always)
  mutating func resize(_ place: Int, to size: Int) -> Int {
    counts[place] &-= 1
    counts[size] &+= 1
    let (before, after) = (Int(classes.classes[place]), Int(classes.classes[size]))
    if before != after { move(from: before, to: after, place, size) }
    return size
  }

  private mutating func move(from before: Int, to after: Int, _ old: Int, _ new: Int) {
    inClass[before] -= 1
    inClass[after] += 1
    weigh(before)
    weigh(after)
    guard !groups.isEmpty, groups.group(of: old) != groups.group(of: new) else { return }
    groups.add(-1, ofSize: old)
    groups.add(1, ofSize: new)
  }

  private mutating func weigh(_ place: Int) {
    attachments.set(place, to: Double(inClass[place]) * attachment[place])
    detachments.set(place, to: Double(inClass[place]) * detachment[place])
  }

  @discardableResult
  mutating func add(_ size: Int) -> Int {
    change(size, by: 1)
    return size
  }

  mutating func remove(_ place: Int) { change(place, by: -1) }

  /// Adds so many particles of a size.
  mutating func change(_ size: Int, by number: Int) {
    counts[size] += Int32(number)
    count += number
    let place = Int(classes.classes[size])
    inClass[place] += number
    weigh(place)
    groups.add(number, ofSize: size)
  }

  func member(_ rank: Int, ofGroup group: Int) -> Int {
    member(rank, from: Int(classes.classes[groups.starts[group]]))
  }

  func member(_ rank: Int) -> Int { member(rank, from: 0) }

  private func member(_ rank: Int, from first: Int) -> Int {
    var (rest, place) = (rank, first)
    while rest >= inClass[place] {
      rest -= inClass[place]
      place += 1
    }
    return size(ofRank: rest, inClass: place)
  }

  func forEachSize(_ body: (_ size: Int, _ count: Int) -> Void) {
    for size in counts.indices where counts[size] > 0 { body(size, Int(counts[size])) }
  }
}

extension CountedPopulation {
  /// Made anew, on sorting: `classes`, `inClass`, `attachment`, `detachment`, `attachments`, `detachments`,
  /// `groups`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&counts)
    try tape.pass(&count)
  }
}
