import Checkpoints
import Kinetics
import RealModule
import Synthesis

/// Classes of particles of one size each, which move with their size as they grow.
///
/// The state holds the units of each class; its number is kept here, but for the last class of a run
/// with nucleation, which is open: nuclei are added to it, and both its units and its number are in
/// the state. So number and units are kept whatever happens.
struct SizeClasses: Sendable {
  /// Particles of each closed class at `epoch`, mol.
  private(set) var numbers: [Double] = []
  /// The time that the numbers hold for, s.
  private(set) var epoch = 0.0
  /// Whether nuclei are born into a class behind the closed ones.
  let hasOpenClass: Bool
  /// Below this number, mol, the open class has no mean of its own.
  let handful: Double

  init(hasOpenClass: Bool, handful: Double) {
    self.hasOpenClass = hasOpenClass
    self.handful = handful
  }

  /// Classes in the state.
  var count: Int { numbers.count + (hasOpenClass ? 1 : 0) }

  /// The share of the numbers that is left at a time, where liquid flows out.
  func remaining(at time: Double, outflow: Double) -> Double {
    outflow > 0 ? .exp(-outflow * (time - epoch)) : 1
  }

  /// Brings the numbers to a time.
  mutating func advance(to time: Double, outflow: Double) {
    let share = remaining(at: time, outflow: outflow)
    for place in numbers.indices { numbers[place] *= share }
    epoch = time
  }

  mutating func append(_ number: Double) { numbers.append(number) }

  mutating func remove(at place: Int) { numbers.remove(at: place) }

  /// Takes the particles of one class into another.
  mutating func merge(_ place: Int, into other: Int) {
    numbers[other] += numbers[place]
    numbers.remove(at: place)
  }
}

/// When classes are closed, merged and given up.
struct ClassRule: Sendable {
  /// A class is closed when its oldest particle is larger in radius than a nucleus by this share.
  let spreadOfNuclei: Double
  /// More classes than this are merged: neighbours whose merging narrows the distribution least.
  let most: Int
  /// How many times as far a class may spread that holds less than its part of all particles.
  static let patience = 6.0

  init(_ grid: SizeGrid) {
    spreadOfNuclei = grid.classSpread
    most = grid.classes
  }

  /// A class stays open up to this share of the largest radius, where that is more.
  var spreadOfLargest: Double { spreadOfNuclei / 30 }
  /// The share of all particles below which a class may spread further.
  var smallShare: Double { 1 / Double(most) }

  /// Seeds are sorted into at most so many classes.
  static let mostOfSeeds = 1000

  /// Merges sizes into at most so many classes of equal width in units, number and units kept.
  static func classes(of sizes: SizeCounts) -> [(units: Double, share: Double)] {
    let total = sizes.counts.reduce(0, +)
    var classes = [(units: Double, share: Double)]()
    let occupied = sizes.counts.indices.filter { sizes.counts[$0] > 1e-14 * total }
    guard let first = occupied.first, let last = occupied.last else { return [] }
    let width = max(1, (last - first) / mostOfSeeds + 1)
    for start in stride(from: 0, to: sizes.counts.count, by: width) {
      var (number, units) = (0.0, 0.0)
      for place in start..<min(start + width, sizes.counts.count) {
        number += sizes.counts[place]
        units += sizes.counts[place] * Double(sizes.first + place)
      }
      if number > 0 { classes.append((units / number, number)) }
    }
    return classes
  }
}

extension SizeClasses: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&numbers)
    try tape.pass(&epoch)
  }
}
