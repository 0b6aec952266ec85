import Checkpoints

/// Particles counted by size, whose rates are all summed for every event: the direct method.
///
/// D. T. Gillespie, *J. Phys. Chem.* **81**, 2340 (1977), doi:10.1021/j100540a008. The reference that
/// faster populations are held against: no classes, no tree, no refusals where the medium is still.
struct EnumeratedPopulation: ParticlePopulation, ~Copyable {
  private var counts: [Int] = [0, 0, 0]
  private var attachment: [Double] = []
  private var detachment: [Double] = []
  private(set) var count = 0
  var groups = SizeGroups()

  init() {}

  var room: Int { attachment.count - 1 }
  var attaching: Double { sum(attachment) }
  var detaching: Double { sum(detachment) }

  private func sum(_ rates: [Double]) -> Double {
    var sum = 0.0
    for size in rates.indices where counts[size] > 0 { sum += Double(counts[size]) * rates[size] }
    return sum
  }

  mutating func sort(by bounds: LadderBounds, grouping starts: [Int]) {
    (attachment, detachment) = (bounds.attachmentUpper, bounds.detachmentUpper)
    counts.append(contentsOf: repeatElement(0, count: max(0, bounds.largest + 1 - counts.count)))
    var groups = SizeGroups(starts: starts)
    forEachSize { groups.add($1, ofSize: $0) }
    self.groups = groups
  }

  func attaching(at target: Double) -> Candidate? { pick(attachment, target) }
  func detaching(at target: Double) -> Candidate? { pick(detachment, target) }

  private func pick(_ rates: [Double], _ target: Double) -> Candidate? {
    var rest = target
    for size in rates.indices where counts[size] > 0 {
      let weight = Double(counts[size]) * rates[size]
      if rest < weight {
        let draw = rest - (rest / rates[size]).rounded(.down) * rates[size]
        return Candidate(place: size, size: size, draw: draw)
      }
      rest -= weight
    }
    return nil
  }

  /// Every size is looked at for every candidate.
  var candidateCost: Int { 1 + counts.count / 32 }

  func size(of place: Int) -> Int { place }

  mutating func resize(_ place: Int, to size: Int) -> Int {
    remove(place)
    return add(size)
  }

  @discardableResult
  mutating func add(_ size: Int) -> Int {
    counts[size] += 1
    count += 1
    groups.add(1, ofSize: size)
    return size
  }

  mutating func remove(_ place: Int) {
    counts[place] -= 1
    count -= 1
    groups.add(-1, ofSize: place)
  }

  func member(_ rank: Int, ofGroup group: Int) -> Int { member(rank, from: groups.starts[group]) }
  func member(_ rank: Int) -> Int { member(rank, from: 2) }

  private func member(_ rank: Int, from first: Int) -> Int {
    var (rest, size) = (rank, first)
    while rest >= counts[size] {
      rest -= counts[size]
      size += 1
    }
    return size
  }

  func forEachSize(_ body: (_ size: Int, _ count: Int) -> Void) {
    for size in counts.indices where counts[size] > 0 { body(size, counts[size]) }
  }
}

extension EnumeratedPopulation {
  /// Made anew, on sorting: `attachment`, `detachment`, `groups`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&counts)
    try tape.pass(&count)
  }
}
