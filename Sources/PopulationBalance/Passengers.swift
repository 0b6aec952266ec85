import Kinetics
import Synthesis

/// What particles carry of one dopant: sums over the particles of each cell, with the rates at which they
/// change.
struct Passengers: Sendable {
  let dopant: Dopant
  /// Which of the dopants it is.
  let place: Int
  let sums: PassengerSums
  /// The slot of the species that it comes from.
  let feed: Int
  /// The slot of what was lost of it, less what was put in.
  let balance: Int
  let isHeld: Bool
  /// All of it that there is or will be, mol.
  let scale: Double
  /// The first cell whose particles carry any.
  private(set) var first = 2
  /// The particles from there on.
  private var particles: [Particle<Double>] = []
  private var hosts: [HostGrowth<Double>] = []
  private var rates: [UptakeRates<Double>] = []
  /// The coefficients of the terms of the sums along the cells, from cell 2 on, 1/s.
  private(set) var coefficients: [[Double]]
  /// What particles took up in the last evaluation, net of what they gave back, mol/s.
  var taken = 0.0
  /// What left or came with its particle, net, mol/s.
  var leaving = 0.0

  init(_ dopant: Dopant, _ place: Int, in solution: Solution, scale: Double) {
    self.dopant = dopant
    self.place = place
    self.scale = scale
    sums = PassengerSums(of: dopant.law)
    let species = solution.network.species
    feed = species.firstIndex { $0.name == dopant.feed } ?? solution.monomer
    isHeld = species[feed].isHeld
    balance = solution.layout.balance(ofDopant: place)
    coefficients = sums.terms.map { _ in [] }
  }

  mutating func grow(to transport: Transport, on ladder: Ladder) {
    let cells = transport.cells.count
    if particles.isEmpty { first = 2 }
    while first <= cells, transport.units[first] < Double(dopant.smallest) { first += 1 }
    guard first <= cells else { return }
    for cell in (first + particles.count)...max(cells, first + particles.count)
    where cell <= cells {
      particles.append(
        Particle(units: transport.units[cell], volumePerUnit: ladder.volumePerUnit))
    }
    for term in coefficients.indices { coefficients[term].resize(to: cells - 1) }
  }

  /// Brings the coefficients to a medium, up to the last cell that holds anything.
  mutating func refresh(
    _ tables: LadderTables, upTo last: Int, density: Double, in medium: Medium<Double>
  ) {
    let count = max(0, min(last - first + 1, particles.count))
    hosts.removeAll(keepingCapacity: true)
    for place in 0..<count {
      hosts.append(tables.host(of: first + place, concentration: medium.solute))
    }
    var rates = [UptakeRates<Double>]()
    swap(&rates, &self.rates)
    if rates.count < count {
      rates += Array(repeating: UptakeRates(uptake: 0), count: count - rates.count)
    }
    var table = rates.mutableSpan
    dopant.law.tabulate(
      &table, of: particles.span.extracting(0..<count), growing: hosts.span, in: medium)
    var made = [[Double]]()
    swap(&made, &coefficients)
    for place in 0..<count {
      let index = first - 2 + place
      sums.coefficients(of: rates[place], density: density) { made[$0][index] = $1 }
    }
    for term in made.indices {
      for index in stride(from: first - 2 + count, to: made[term].count, by: 1) {
        made[term][index] = 0
      }
    }
    coefficients = made
    self.rates = rates
  }

  /// Calls `body` with what the coefficient of a term changes by in a cell, whose index counts from cell
  /// 2 on: along a variable of the medium, or with the density of what is dissolved where it is nil.
  func differentiate(
    _ tables: LadderTables, _ slopes: LadderTables.Slopes?, upTo last: Int,
    along variable: MediumVariables?, density: Double,
    in medium: Medium<Double>, _ body: (_ term: Int, _ index: Int, _ slope: Double) -> Void
  ) {
    let count = max(0, min(last - first + 1, particles.count))
    let hosts = (0..<count).map {
      tables.host(
        of: first + $0, concentration: medium.solute, along: slopes,
        isSolute: variable == .solute)
    }
    var rates = [UptakeRates<Dual>](repeating: UptakeRates(uptake: Dual(0)), count: count)
    var table = rates.mutableSpan
    let still = particles.prefix(count).map(\.constant)
    dopant.law.tabulate(
      &table, of: still.span, growing: hosts.span, in: medium.along(variable ?? []))
    let dissolved = Dual(density, derivative: variable == nil ? 1 : 0)
    for place in 0..<count {
      sums.coefficients(of: rates[place], density: dissolved) {
        body($0, first - 2 + place, $1.derivative)
      }
    }
  }

  /// Tolerances on amounts of dopants; on pairs of them, as many times more as a particle holds.
  func weigh(
    _ weights: inout MutableSpan<Double>, state: Span<Double>, layout: StateLayout,
    _ tolerances: Tolerances
  ) {
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: place, inStateOf: state.count)
    let absolute = tolerances.absolute * scale
    for slot in [feed, balance] {
      weights[slot] = 1 / (tolerances.relative * abs(state[slot]) + absolute)
    }
    var (particles, carried) = (0.0, 0.0)
    for index in 0..<width {
      particles += state[layout.cornerCount + index]
      for array in sums.counted { carried += state[start + (array - 1) * width + index] }
    }
    let each = particles > 0 ? max(0, carried / particles) : 0
    for (array, moment) in sums.moments.enumerated() {
      var floor = absolute
      if case .pairs = moment { floor *= 1 + each }
      for slot in (start + array * width)..<(start + (array + 1) * width) {
        weights[slot] = 1 / (tolerances.relative * abs(state[slot]) + floor)
      }
    }
  }
}
