import Checkpoints
import Kinetics
import RealModule
import Sampling

/// What particles carry: dopants, each with the radius at which it lies, when a particle was born, and
/// how large it was at the end of each stage of the recipe.
///
/// Numbers of dopants decide what happens; where they lie is a record.
struct Cargo: Sendable {
  /// A dopant in or on a particle.
  struct Passenger: Sendable {
    var kind = 0
    var host = 0
    var isBuried = false
    /// The radius at which it lies, m.
    var radius = 0.0
    /// Its rank among all dopants of its kind and pool.
    var rank = 0
  }

  private(set) var passengers: [Passenger] = []
  private var free: [Int] = []
  /// The dopants of each particle.
  private(set) var holds: [[Int]] = []
  /// All dopants of each kind on surfaces, and buried.
  private(set) var surface: [[Int]]
  private(set) var buried: [[Int]]
  /// When each particle was born, s.
  private(set) var births: [Double] = []
  /// Units of each particle at the end of each stage, less what dissolved since.
  private(set) var stages: [[Int32]] = []

  init(kinds: Int) {
    surface = Array(repeating: [], count: kinds)
    buried = Array(repeating: [], count: kinds)
  }

  /// A particle begins, empty.
  mutating func begin(_ place: Int, at time: Double) {
    while holds.count <= place {
      holds.append([])
      births.append(0)
      for stage in stages.indices { stages[stage].append(0) }
    }
    births[place] = time
    for stage in stages.indices { stages[stage][place] = 0 }
  }

  /// A stage of the recipe ends: what particles are now is what it made of them.
  mutating func endStage(_ size: (_ place: Int) -> Int) {
    stages.append((0..<holds.count).map { Int32(size($0)) })
  }

  /// A particle shrank to so many units.
  @inline(__always)
  mutating func shrink(_ place: Int, to size: Int) {
    for stage in stages.indices where stages[stage][place] > size {
      stages[stage][place] = Int32(size)
    }
  }

  /// How many dopants of a kind a particle holds, in both pools.
  func count(_ kind: Int, in place: Int) -> Int {
    holds[place].reduce(0) { passengers[$1].kind == kind ? $0 + 1 : $0 }
  }

  /// Takes a dopant in.
  mutating func take(_ kind: Int, into place: Int, isBuried: Bool, at radius: Double) {
    let passenger = Passenger(
      kind: kind, host: place, isBuried: isBuried, radius: radius,
      rank: isBuried ? buried[kind].count : surface[kind].count)
    let number: Int
    if let known = free.popLast() {
      number = known
      passengers[number] = passenger
    } else {
      number = passengers.count
      passengers.append(passenger)
    }
    holds[place].append(number)
    if isBuried { buried[kind].append(number) } else { surface[kind].append(number) }
  }

  /// Takes a dopant out of its pool and of its particle.
  mutating func release(_ number: Int) {
    leavePool(number)
    let host = passengers[number].host
    if let place = holds[host].firstIndex(of: number) { holds[host].remove(at: place) }
    free.append(number)
  }

  /// Takes all dopants out of a particle, and says how many of each kind there were.
  mutating func empty(_ place: Int) -> [Int] {
    var counts = surface.map { _ in 0 }
    for number in holds[place] {
      counts[passengers[number].kind] += 1
      leavePool(number)
      free.append(number)
    }
    holds[place] = []
    return counts
  }

  /// Moves a dopant between surface and inside, at a radius, m.
  mutating func move(_ number: Int, isBuried: Bool, at radius: Double) {
    leavePool(number)
    let kind = passengers[number].kind
    passengers[number].isBuried = isBuried
    passengers[number].radius = radius
    passengers[number].rank = isBuried ? buried[kind].count : surface[kind].count
    if isBuried { buried[kind].append(number) } else { surface[kind].append(number) }
  }

  private mutating func leavePool(_ number: Int) {
    let (kind, rank) = (passengers[number].kind, passengers[number].rank)
    let last =
      passengers[number].isBuried ? buried[kind].removeLast() : surface[kind].removeLast()
    guard last != number else { return }
    if passengers[number].isBuried { buried[kind][rank] = last } else { surface[kind][rank] = last }
    passengers[last].rank = rank
  }

  /// The buried dopant of a kind that lies nearest to the surface of a particle.
  func outermost(_ kind: Int, in place: Int) -> Int? {
    holds[place].filter { passengers[$0].kind == kind && passengers[$0].isBuried }.max {
      passengers[$0].radius < passengers[$1].radius
    }
  }

  /// Two particles have become one: each dopant keeps its share of the radius, each stage its units,
  /// and the older birth counts.
  mutating func join(
    _ one: (place: Int, radius: Double), _ other: (place: Int, radius: Double), into place: Int,
    radius: Double
  ) {
    births[place] = min(births[one.place], births[other.place])
    for stage in stages.indices {
      stages[stage][place] = stages[stage][one.place] + stages[stage][other.place]
    }
    var joined = [Int]()
    for part in [one, other] {
      for number in holds[part.place] {
        passengers[number].host = place
        passengers[number].radius *= radius / part.radius
        joined.append(number)
      }
      holds[part.place] = []
    }
    holds[place] = joined
  }
}

extension Cargo: Keepable {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&passengers)
    try tape.pass(&free)
    try tape.pass(&holds)
    try tape.pass(&surface)
    try tape.pass(&buried)
    try tape.pass(&births)
    try tape.pass(&stages)
  }
}

extension Cargo.Passenger: KeepableValue {
  mutating func pass(_ tape: inout StateTape) throws(StateTapeError) {
    try tape.pass(&kind)
    try tape.pass(&host)
    try tape.pass(&isBuried)
    try tape.pass(&radius)
    try tape.pass(&rank)
  }
}
