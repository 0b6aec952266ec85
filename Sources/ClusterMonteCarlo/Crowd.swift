import Checkpoints
import Kinetics
import Sampling
import Synthesis

/// Particles that take many steps at once: how many there are of each size.
///
/// While a leap lasts, each keeps the rates that it has in the leap's middle. Its steps up and down then
/// are counted for all particles together, and at the end spread over them in proportion to their
/// rates: given the totals, that is how independent steps of single particles fall, whatever the
/// number of steps.
struct Crowd: Sendable {
  /// The steps by which a size may move in a leap, at most, as a share of it.
  private static let farthest = 0.1

  /// How many particles of each size.
  private(set) var counts: [Int32] = []
  /// Sizes outside this range have no particles.
  private(set) var occupied = 0..<0
  private(set) var count = 0
  private var tables: LadderTables?
  /// Units within which no rate of a particle changes by more than the leap error, by size.
  private(set) var reach: [Double] = []
  private let leapError: Double

  /// Σ a(n)·N_A, m³/(mol s), and Σ b(n), 1/s, frozen for the leap.
  private(set) var attaching = 0.0
  private(set) var detaching = 0.0
  /// What of them is due to each size.
  private var attachments: [Double] = []
  private var detachments: [Double] = []
  /// Units that went to and from all particles since the leap began.
  var attached = 0
  var detached = 0
  /// Where particles land, and how far those of one size went.
  private var landed: [Int32] = []
  private var moves: [Int32] = []

  init(leapError: Double = 0) {
    self.leapError = leapError
  }

  /// The medium that the rates hold for.
  var medium: Medium<Double>? { tables?.medium }
  /// The largest size that there are rates for, units.
  var largest: Int { reach.count - 1 }
  var attachment: [Double] { _read { yield tables?.attachment ?? [] } }
  var detachment: [Double] { _read { yield tables?.detachment ?? [] } }

  /// Makes the rates for a medium and sizes up to one.
  mutating func refresh(_ ladder: Ladder, in medium: Medium<Double>, upTo largest: Int) {
    var tables = self.tables ?? LadderTables(ladder)
    self.tables = nil
    tables.grow(to: largest + 2)
    tables.refresh(in: medium)
    self.tables = tables
    findReach(largest)
    for _ in counts.count..<max(counts.count, largest + 1) {
      counts.append(0)
      landed.append(0)
      attachments.append(0)
      detachments.append(0)
    }
  }

  /// Forgets the rates, so that they are made anew before the next leap.
  mutating func forget() {
    tables = nil
    reach = []
  }

  /// The steepest change of a rate nearby, by which the leap error is divided.
  private mutating func findReach(_ largest: Int) {
    var steepness = Array(repeating: 1.0, count: largest + 1)
    for size in 2...largest {
      steepness[size] = max(
        change(attachment[size], attachment[size + 1]),
        change(detachment[size], detachment[size + 1]))
    }
    // A jump is seen by the sizes around it, the less the farther they are.
    for size in 3...largest {
      steepness[size] = max(steepness[size], steepness[size - 1] * (1 - min(1, 10 / Double(size))))
    }
    for size in (2..<largest).reversed() {
      steepness[size] = max(steepness[size], steepness[size + 1] * (1 - min(1, 10 / Double(size))))
    }
    reach = steepness.indices.map { size in
      min(leapError / max(steepness[size], 1e-12), Self.farthest * Double(size))
    }
  }

  private func change(_ one: Double, _ other: Double) -> Double {
    one == other ? 0 : abs(other - one) / max(min(abs(one), abs(other)), 1e-300)
  }

  /// Adds so many particles of a size.
  mutating func change(_ size: Int, by number: Int) {
    counts[size] += Int32(number)
    count += number
    if occupied.isEmpty { occupied = size..<(size + 1) }
    occupied = min(occupied.lowerBound, size)..<max(occupied.upperBound, size + 1)
  }
}

extension Crowd {
  /// Particles of at least so many units.
  func number(ofAtLeast floor: Int) -> Int {
    guard floor > occupied.lowerBound else { return count }
    var number = 0
    for size in max(floor, occupied.lowerBound)..<max(floor, occupied.upperBound) {
      number += Int(counts[size])
    }
    return number
  }
}

// MARK: - A leap

extension Crowd {
  /// Freezes the rates where particles will be in the middle of a leap.
  ///
  /// The explicit midpoint: D. T. Gillespie, *J. Chem. Phys.* **115**, 1716 (2001),
  /// doi:10.1063/1.1378322.
  ///
  /// - Parameters:
  ///   - solute: its mean over the leap, mol/m³.
  ///   - length: of the leap, s.
  mutating func freeze(solute: Double, length: Double) {
    (attaching, detaching) = (0, 0)
    shrink()
    guard let tables else { return }
    let (gain, loss) = (tables.attachment.span, tables.detachment.span)
    for size in occupied where counts[size] > 0 {
      let number = Double(counts[size])
      let drift = gain[size] * solute - loss[size]
      let shift = max(-reach[size], min(reach[size], 0.5 * length * drift))
      let middle = min(max(2, Double(size) + shift), Double(largest))
      let below = Int(middle)
      let part = middle - Double(below)
      let up = number * (gain[below] + part * (gain[below + 1] - gain[below]))
      let down = number * (loss[below] + part * (loss[below + 1] - loss[below]))
      attachments[size] = up
      detachments[size] = down
      attaching += up
      detaching += down
    }
  }

  /// Leaves out empty sizes at both ends.
  private mutating func shrink() {
    var (low, high) = (occupied.lowerBound, occupied.upperBound)
    while low < high, counts[low] == 0 { low += 1 }
    while low < high, counts[high - 1] == 0 { high -= 1 }
    occupied = low..<high
  }

  /// Gives all particles the units that are due to them.
  mutating func settle(_ stream: inout RandomStream) {
    guard attached > 0 || detached > 0 else { return }
    var (up, down) = (attached, detached)
    var (ups, downs) = (attaching, detaching)
    (attached, detached) = (0, 0)
    shrink()
    let before = occupied
    occupied = 0..<0
    for size in before where counts[size] > 0 {
      let isLast = size == before.upperBound - 1
      let own = (
        isLast ? up : stream.binomial(up, attachments[size] / ups),
        isLast ? down : stream.binomial(down, detachments[size] / downs)
      )
      (up, down) = (up - own.0, down - own.1)
      (ups, downs) = (ups - attachments[size], downs - detachments[size])
      down += move(Int(counts[size]), of: size, by: own, &stream)
      counts[size] = 0
    }
    swap(&counts, &landed)
    land(owing: down)
  }

  /// Moves the particles of a size by so many steps in all, each as likely to be any one's; gives back
  /// steps down that would leave less than a dimer.
  private mutating func move(
    _ number: Int, of size: Int, by steps: (up: Int, down: Int), _ stream: inout RandomStream
  ) -> Int {
    moves.removeAll(keepingCapacity: true)
    moves.append(contentsOf: repeatElement(0, count: number))
    deal(steps.up, 1, &stream)
    deal(steps.down, -1, &stream)
    var owed = 0
    for place in 0..<number {
      let wanted = size + Int(moves[place])
      owed += max(0, 2 - wanted)
      arrive(max(2, wanted))
    }
    return owed
  }

  /// Deals steps out to the particles of one size.
  private mutating func deal(_ steps: Int, _ sign: Int32, _ stream: inout RandomStream) {
    let number = moves.count
    guard number > 1 else {
      moves[0] += sign * Int32(steps)
      return
    }
    // One by one while that costs less than a binomial number for each particle.
    guard steps > 12 * number else {
      for _ in 0..<steps { moves[stream.place(of: number)] += sign }
      return
    }
    var left = steps
    for place in 0..<number {
      let own = stream.binomial(left, 1 / Double(number - place))
      moves[place] += sign * Int32(own)
      left -= own
    }
  }

  private mutating func arrive(_ size: Int) {
    while size >= landed.count {
      landed.append(0)
      counts.append(0)
      attachments.append(0)
      detachments.append(0)
    }
    landed[size] += 1
    if occupied.isEmpty { occupied = size..<(size + 1) }
    occupied = min(occupied.lowerBound, size)..<max(occupied.upperBound, size + 1)
  }

  /// Takes units that could not leave where they were drawn from the largest particles.
  private mutating func land(owing owed: Int) {
    var owed = owed
    while owed > 0 {
      shrink()
      let size = occupied.upperBound - 1
      precondition(size > 2, "particles give no more units than they have")
      counts[size] -= 1
      counts[size - 1] += 1
      owed -= 1
    }
  }
}

extension Crowd: Keepable {
  /// Made anew, before the next leap: `tables`, `reach`; in it: `attaching`, `detaching`, `attachments`,
  /// `detachments`, `moves`, and of no length of their own: `attached`, `detached`, `landed`.
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&counts)
    try tape.pass(&occupied)
    try tape.pass(&count)
    guard tape.isReading else { return }
    guard occupied.isEmpty || occupied.lowerBound >= 0 && occupied.upperBound <= counts.count
    else { throw .mismatch(part: "the crowd") }
    landed = Array(repeating: 0, count: counts.count)
    attachments = Array(repeating: 0, count: counts.count)
    detachments = attachments
  }
}
