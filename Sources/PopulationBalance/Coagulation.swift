import Kinetics
import Synthesis

/// Coalescence between the particles of all cells.
///
///     R_ij = K(i,j) y_i y_j N_A/V   (half of it for i = j)
///
/// What two particles make is shared between the two cells whose units enclose theirs, so that number
/// and units are both kept: the fixed pivot of S. Kumar, D. Ramkrishna, *Chem. Eng. Sci.* **51**, 1311
/// (1996), doi:10.1016/0009-2509(96)88489-2. On the exact grid that is no approximation.
struct Coagulation: Sendable {
  let coalescence: Coalescence
  /// The first cell that takes part.
  private(set) var first = 2
  /// Cells that take part.
  private(set) var count = 0
  private var particles: [Particle<Double>] = []
  /// K·N_A of every pair, row by row, m³/(mol s).
  private(set) var kernel: [Double] = []
  /// For j ≤ i, the lower of the two cells that share what i and j make, and the upper one's share.
  private(set) var targets: [Int32] = []
  private(set) var uppers: [Double] = []
  private var medium: Medium<Double>?

  init(_ coalescence: Coalescence) {
    self.coalescence = coalescence
  }

  /// Whether all matter tends to gather in one particle.
  var gels: Bool { coalescence.law.gels }

  mutating func grow(to transport: Transport, on ladder: Ladder) {
    // What two particles make, and which cells share it, changes with the top of the grid alone.
    guard transport.cells.count != first + count - 1 else { return }
    first = 2
    while first < transport.cells.count, transport.units[first] < Double(coalescence.smallest) {
      first += 1
    }
    count = transport.cells.count - first + 1
    particles = (0..<count).map {
      Particle(units: transport.units[first + $0], volumePerUnit: ladder.volumePerUnit)
    }
    targets = []
    uppers = []
    targets.reserveCapacity(count * (count + 1) / 2)
    uppers.reserveCapacity(count * (count + 1) / 2)
    for row in 0..<count {
      for column in 0...row {
        let share = transport.shares(of: particles[row].units + particles[column].units)
        targets.append(Int32(share.cell))
        uppers.append(share.upper)
      }
    }
    medium = nil
  }

  /// The kernel in a medium.
  private mutating func refresh(in medium: Medium<Double>) {
    let reads = coalescence.law.reads
    if let known = self.medium, known.temperature == medium.temperature,
      !reads.contains(.coverage) || known.coverage == medium.coverage
    {
      return
    }
    self.medium = medium
    var made = [Double](repeating: 0, count: count * count)
    var table = made.mutableSpan
    coalescence.law.tabulate(&table, of: particles.span, in: medium)
    for place in table.indices { table[place] *= PhysicalConstants.avogadro }
    kernel = made
  }

  mutating func add(
    to rates: inout MutableSpan<Double>, state: Span<Double>, layout: StateLayout, volume: Double,
    in medium: Medium<Double>
  ) {
    refresh(in: medium)
    let shift = layout.cluster(first)
    let (kernel, targets, uppers) = (kernel.span, targets.span, uppers.span)
    let lift = layout.cornerCount - 2
    // Nothing above the front takes part.
    var front = count
    while front > 0, state[shift + front - 1] == 0 { front -= 1 }
    var pair = 0
    for row in 0..<front {
      let amount = state[shift + row] / volume
      var lost = 0.0
      for column in 0...row {
        let half = column == row ? 0.5 : 1.0
        let events = half * kernel[row * count + column] * amount * state[shift + column]
        let target = lift + Int(targets[pair])
        let upper = uppers[pair] * events
        let lower = uppers[pair] > 1 ? 0 : events - upper
        rates[target] += lower
        rates[target + 1] += upper
        rates[shift + column] -= events
        lost += events
        pair += 1
      }
      rates[shift + row] -= lost
    }
  }

  /// Adds the losses, by which coalescence is stiff, to the diagonal; the gains, spread over all
  /// pairs, are left to the iteration, whose matter is kept by a row of its own.
  mutating func differentiate(
    _ band: inout [[Double]], state: Span<Double>, layout: StateLayout, volume: Double,
    in medium: Medium<Double>
  ) {
    refresh(in: medium)
    let shift = layout.cluster(first)
    let middle = band.count / 2
    for row in 0..<count {
      let own = kernel[row * count + row] * state[shift + row] / volume
      band[middle][first - 2 + row] -= meetings(row, state, shift, volume) + own
    }
  }

  /// How often a particle of a cell meets any, 1/s.
  func meetings(_ row: Int, _ state: Span<Double>, _ shift: Int, _ volume: Double) -> Double {
    var sum = 0.0
    for column in 0..<count { sum += kernel[row * count + column] * state[shift + column] }
    return sum / volume
  }
}
