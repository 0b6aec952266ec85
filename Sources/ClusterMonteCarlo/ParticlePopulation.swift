import Checkpoints
import Synthesis

/// The particles of a sample, sorted so that one is found by its rate.
///
/// A particle is known by its place: what a place is, each kind of population decides.
protocol ParticlePopulation: Keepable, ~Copyable {
  /// Whether particles are told apart, and so can carry something.
  static var isListed: Bool { get }
  init()
  /// Particles in all.
  var count: Int { get }
  /// The largest size that there is room for, units.
  var room: Int { get }
  /// Σ of the bounds of a(n)·N_A over all particles, m³/(mol s).
  var attaching: Double { get }
  /// Σ of the bounds of b(n) over all particles, 1/s.
  var detaching: Double { get }
  /// Particles in each group of sizes in which all may coalesce with all.
  var groups: SizeGroups { get set }

  /// Sorts the particles by new bounds, with room for all sizes that these have, into groups that
  /// start at given sizes.
  mutating func sort(by bounds: LadderBounds, grouping starts: [Int])
  /// The particle that a target between zero and the sum of bounds picks, and a rate, evenly spread up
  /// to the bound of its class, below which its own must lie for it to be refused; nil where there
  /// is none.
  func attaching(at target: Double) -> Candidate?
  func detaching(at target: Double) -> Candidate?
  /// Units of a particle.
  func size(of place: Int) -> Int
  /// Gives a particle another size, and its place then.
  mutating func resize(_ place: Int, to size: Int) -> Int
  @discardableResult
  mutating func add(_ size: Int) -> Int
  mutating func remove(_ place: Int)
  /// The particle of a rank among those of a group.
  func member(_ rank: Int, ofGroup group: Int) -> Int
  /// The particle of a rank among all.
  func member(_ rank: Int) -> Int
  /// Calls `body` with each size that there is, in order, and how many particles have it.
  func forEachSize(_ body: (_ size: Int, _ count: Int) -> Void)

  /// How far a rate may exceed its bound, of the bound, before the run ends.
  static var slack: Double { get }
  /// Learns what it needs to know of a run before anything happens.
  mutating func prepare(for experiment: Experiment, _ settings: MonteCarlo)
  /// Lets events happen in a run until a time, after at most about so many candidates; gives back how many
  /// are left.
  static func advance(
    _ run: inout ExactRun<Self>, to end: Double, atMost candidates: Int
  ) throws(Interruption) -> Int
  /// Forgets what sorting does not make anew.
  mutating func forget()
  /// Candidates that take about as long as one of the others' where each is found in its class.
  var candidateCost: Int { get }

  // What carries: nothing where particles are not told apart.

  /// Σ of the bounds of the uptake of a dopant over all particles, m³/s.
  func taking(_ dopant: Int) -> Double
  func taking(_ dopant: Int, at target: Double) -> Candidate?
  /// Sets the bounds of the uptake of a dopant, by size.
  mutating func bind(uptakeOf dopant: Int, by upper: [Double])
  /// Calls `body` with the place and the units of each particle.
  func forEachParticle(_ body: (_ place: Int, _ size: Int) -> Void)
}

extension ParticlePopulation where Self: ~Copyable {
  /// Round-off.
  static var slack: Double { 1e-9 }

  mutating func prepare(for experiment: Experiment, _ settings: MonteCarlo) {}

  static func advance(
    _ run: inout ExactRun<Self>, to end: Double, atMost candidates: Int
  ) throws(Interruption) -> Int {
    try run.advance(to: end, atMost: candidates)
  }

  mutating func forget() {}
  var candidateCost: Int { 1 }

  static var isListed: Bool { false }
  func taking(_ dopant: Int) -> Double { 0 }
  func taking(_ dopant: Int, at target: Double) -> Candidate? { nil }
  mutating func bind(uptakeOf dopant: Int, by upper: [Double]) {}
  func forEachParticle(_ body: (_ place: Int, _ size: Int) -> Void) {}
}

/// A particle that an event may befall.
struct Candidate {
  let place: Int
  /// Units.
  let size: Int
  /// Evenly spread between zero and the bound of the particle's class.
  let draw: Double
}

/// How many particles of coalescing sizes there are, group by group; none where nothing coalesces.
struct SizeGroups: Sendable {
  /// The first size of each group; the last has no end.
  let starts: [Int]
  var counts: [Int]
  /// Groups whose counts changed since they were last looked at.
  var changed: [Int]

  /// Groups without particles.
  init(starts: [Int] = []) {
    self.starts = starts
    counts = Array(repeating: 0, count: starts.count)
    changed = Array(starts.indices)
  }

  var isEmpty: Bool { counts.isEmpty }

  /// The group of a size; nil where it takes no part.
  func group(of size: Int) -> Int? {
    guard let first = starts.first, size >= first else { return nil }
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= size { low = middle } else { high = middle - 1 }
    }
    return low
  }

  mutating func add(_ number: Int, ofSize size: Int) {
    guard !counts.isEmpty, let group = group(of: size) else { return }
    counts[group] += number
    changed.append(group)
  }
}
