import Checkpoints
import Sampling

/// Particles that are told apart, by what they carry and when they were born.
///
/// A particle's place is its number, which it keeps as long as it lasts. One is drawn from the list of
/// its class and refused by its own rate.
struct ListedPopulation: ParticlePopulation, ~Copyable {
  static var isListed: Bool { true }

  /// Units of each particle; zero where a number is free.
  private var sizes: [Int32] = []
  /// Where each particle stands in the list of its class.
  private var standing: [Int32] = []
  private var free: [Int32] = []
  private var classes = SizeClasses()
  private var lists: [[Int32]] = []
  /// The bounds of each class: attachment, detachment, then the uptake of each dopant.
  private var bounds: [[Double]] = []
  private var trees: [SumTree] = []
  private(set) var count = 0
  var groups = SizeGroups()

  init() {}

  var room: Int { classes.largest }
  /// One more than the largest number that a particle has had.
  var numbers: Int { sizes.count }
  var attaching: Double { trees[0].total }
  var detaching: Double { trees[1].total }
  /// Σ of the bounds of the uptake of a dopant over all particles, m³/s.
  func taking(_ dopant: Int) -> Double { trees[2 + dopant].total }

  mutating func sort(by bounds: LadderBounds, grouping starts: [Int]) {
    classes = SizeClasses(upTo: bounds.largest, by: bounds, breakingAt: Set(starts))
    lists = Array(repeating: [], count: classes.count)
    var groups = SizeGroups(starts: starts)
    for (number, size) in sizes.enumerated() where size > 0 {
      groups.add(1, ofSize: Int(size))
      enlist(Int32(number), Int(classes.classes[Int(size)]))
    }
    self.groups = groups
    let kinds = max(2, self.bounds.count)
    self.bounds = Array(repeating: Array(repeating: 0, count: classes.count), count: kinds)
    trees = Array(repeating: SumTree(count: classes.count), count: kinds)
    bind(0, by: bounds.attachmentUpper)
    bind(1, by: bounds.detachmentUpper)
  }

  /// Sets the bounds of the uptake of a dopant, by size.
  mutating func bind(uptakeOf dopant: Int, by upper: [Double]) {
    while trees.count <= 2 + dopant {
      trees.append(SumTree(count: classes.count))
      bounds.append(Array(repeating: 0, count: classes.count))
    }
    bind(2 + dopant, by: upper)
  }

  private mutating func bind(_ kind: Int, by upper: [Double]) {
    for place in 0..<classes.count {
      bounds[kind][place] = classes.sizes(of: place).reduce(0) {
        $1 < upper.count ? max($0, upper[$1]) : $0
      }
    }
    let (counts, bound) = (lists.map { Double($0.count) }, bounds[kind])
    trees[kind].fill { counts[$0] * bound[$0] }
  }

  func attaching(at target: Double) -> Candidate? { pick(0, target) }
  func detaching(at target: Double) -> Candidate? { pick(1, target) }
  func taking(_ dopant: Int, at target: Double) -> Candidate? { pick(2 + dopant, target) }

  private func pick(_ kind: Int, _ target: Double) -> Candidate? {
    let (place, rest) = trees[kind].find(target)
    let bound = bounds[kind][place]
    let scaled = rest / bound
    guard scaled < Double(lists[place].count) else { return nil }
    let rank = Int(scaled)
    let number = Int(lists[place][rank])
    return Candidate(
      place: number, size: Int(sizes[number]), draw: (scaled - Double(rank)) * bound)
  }

  func size(of place: Int) -> Int { Int(sizes[place]) }

  mutating func resize(_ place: Int, to size: Int) -> Int {
    let old = Int(sizes[place])
    let (before, after) = (Int(classes.classes[old]), Int(classes.classes[size]))
    sizes[place] = Int32(size)
    guard before != after else { return place }
    strike(place, before)
    enlist(Int32(place), after)
    weigh(before)
    weigh(after)
    guard !groups.isEmpty, groups.group(of: old) != groups.group(of: size) else { return place }
    groups.add(-1, ofSize: old)
    groups.add(1, ofSize: size)
    return place
  }

  @discardableResult
  mutating func add(_ size: Int) -> Int {
    let number: Int32
    if let known = free.popLast() {
      number = known
      sizes[Int(number)] = Int32(size)
    } else {
      number = Int32(sizes.count)
      sizes.append(Int32(size))
      standing.append(0)
    }
    count += 1
    let place = Int(classes.classes[size])
    enlist(number, place)
    weigh(place)
    groups.add(1, ofSize: size)
    return Int(number)
  }

  mutating func remove(_ place: Int) {
    let size = Int(sizes[place])
    let own = Int(classes.classes[size])
    strike(place, own)
    weigh(own)
    groups.add(-1, ofSize: size)
    sizes[place] = 0
    free.append(Int32(place))
    count -= 1
  }

  private mutating func enlist(_ number: Int32, _ place: Int) {
    standing[Int(number)] = Int32(lists[place].count)
    lists[place].append(number)
  }

  private mutating func strike(_ number: Int, _ place: Int) {
    let hole = Int(standing[number])
    let last = lists[place].removeLast()
    guard Int(last) != number else { return }
    lists[place][hole] = last
    standing[Int(last)] = Int32(hole)
  }

  private mutating func weigh(_ place: Int) {
    let number = Double(lists[place].count)
    for kind in 0..<trees.count { trees[kind].set(place, to: number * bounds[kind][place]) }
  }

  func member(_ rank: Int, ofGroup group: Int) -> Int {
    member(rank, from: Int(classes.classes[groups.starts[group]]))
  }

  func member(_ rank: Int) -> Int { member(rank, from: 0) }

  private func member(_ rank: Int, from first: Int) -> Int {
    var (rest, place) = (rank, first)
    while rest >= lists[place].count {
      rest -= lists[place].count
      place += 1
    }
    return Int(lists[place][rest])
  }

  func forEachSize(_ body: (_ size: Int, _ count: Int) -> Void) {
    var counts = [Int: Int]()
    for size in sizes where size > 0 { counts[Int(size), default: 0] += 1 }
    for (size, count) in counts.sorted(by: { $0.key < $1.key }) { body(size, count) }
  }

  /// Calls `body` with the number and the units of each particle.
  func forEachParticle(_ body: (_ place: Int, _ size: Int) -> Void) {
    for place in sizes.indices where sizes[place] > 0 { body(place, Int(sizes[place])) }
  }
}

extension ListedPopulation {
  /// Made anew, on sorting: `standing`, `classes`, `lists`, `bounds`, `trees`, `groups`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&sizes)
    try tape.pass(&free)
    try tape.pass(&count)
    if tape.isReading { standing = Array(repeating: 0, count: sizes.count) }
  }
}
