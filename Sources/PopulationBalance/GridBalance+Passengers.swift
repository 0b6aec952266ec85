import Kinetics
import Sundials
import Synthesis

extension GridBalance {
  /// How fast particles pass the edges.
  private func edgeRates(concentration: Double) -> EdgeRates {
    let top = transport.cells.count
    var rates = EdgeRates(
      up: Array(repeating: 0, count: top + 1), down: Array(repeating: 0, count: top + 1))
    for edge in 1..<(top + 1) {
      rates.up[edge] = tables.attachment[edge] * concentration
      if edge < top { rates.down[edge] = tables.detachment[edge + 1] }
    }
    return rates
  }

  /// The last cell that holds anything.
  private func front(_ state: Span<Double>) -> Int {
    let clusters = layout.clusters(inStateOf: state.count)
    var slot = clusters.upperBound - 1
    while slot >= clusters.lowerBound, state[slot] == 0 { slot -= 1 }
    return slot - layout.cornerCount + 2
  }

  /// Number density of what is dissolved of a dopant, 1/m³.
  private func density(of carried: Passengers, volume: Double) -> Double {
    solution.dissolved[carried.feed] * PhysicalConstants.avogadro / volume
  }

  /// Adds what becomes of the passengers of all particles.
  ///
  /// - Parameter arriving: what the tank before holds, where it flows in.
  mutating func carry(
    _ rates: inout MutableSpan<Double>, state: Span<Double>, arriving: [Double]?, volume: Double,
    in medium: Medium<Double>
  ) {
    guard !passengers.isEmpty else { return }
    let edges = edgeRates(concentration: medium.solute)
    let front = front(state)
    let width = layout.width(ofStateOf: state.count)
    for place in passengers.indices {
      let density = density(of: passengers[place], volume: volume)
      passengers[place].refresh(tables, upTo: front, density: density, in: medium)
      let carried = passengers[place]
      let start = layout.passengers(of: place, inStateOf: state.count)
      var (taken, leaving) = (0.0, 0.0)
      for array in 1...carried.sums.arrayCount {
        let first = start + (array - 1) * width
        let gained = exchange(&rates, array, of: carried, state: state)
        if carried.sums.counted.contains(array) { taken += gained }
        let moved = transport.carry(
          to: &rates, state: state, start: first, from: carried.first, at: edges, wind: edges)
        guard carried.sums.counted.contains(array) else { continue }
        taken -= moved.returned
        leaving += moved.leaving
        guard solution.outflow > 0 else { continue }
        let entering = arriving.map { sum($0.span, array, of: carried) } ?? 0
        leaving += solution.outflow * (sum(state, array, of: carried) - entering)
      }
      rates[carried.feed] -= taken
      passengers[place].taken = taken
      passengers[place].leaving = leaving
    }
    coagulation?.carry(
      passengers, to: &rates, state: state, layout: layout, volume: volume)
  }

  /// Adds what the particles of each cell gain in one array, and gives the sum, mol/s.
  ///
  /// What fast exchange cancels is cancelled in each cell before it is summed, so that particles and
  /// solution differ by round-off of the little that is left.
  private func exchange(
    _ rates: inout MutableSpan<Double>, _ array: Int, of carried: Passengers, state: Span<Double>
  ) -> Double {
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: carried.place, inStateOf: state.count)
    var gained = [Double](repeating: 0, count: width)
    for (term, (into, from)) in carried.sums.terms.enumerated() where into == array {
      let values = carried.coefficients[term]
      let coefficients = values.span
      let source = from == 0 ? layout.cornerCount : start + (from - 1) * width
      for index in 0..<width { gained[index] += coefficients[index] * state[source + index] }
    }
    var sum = 0.0
    for index in 0..<width {
      rates[start + (array - 1) * width + index] += gained[index]
      sum += gained[index]
    }
    return sum
  }

  /// The sum of an array, mol.
  private func sum(_ state: Span<Double>, _ array: Int, of carried: Passengers) -> Double {
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: carried.place, inStateOf: state.count)
    var sum = 0.0
    for slot in (start + (array - 1) * width)..<(start + array * width) { sum += state[slot] }
    return sum
  }

  /// Books what the dissolved dopants gained from elsewhere, and what left with particles.
  func balanceDopants(_ rates: inout MutableSpan<Double>) {
    for carried in passengers {
      rates[carried.balance] = carried.leaving - (rates[carried.feed] + carried.taken)
    }
  }

  func makeRiders() -> [Riders] {
    let slots = riderLevers(volume: 1).map(\.slot)
    return passengers.map { carried in
      let sums = carried.sums
      return Riders(
        feed: carried.feed, balance: carried.balance, isHeld: carried.isHeld, groups: sums.groups,
        counted: sums.counted, halfWidth: transport.halfWidth,
        couplings: sums.terms.map { Riders.Coupling(into: $0.into, from: $0.from) },
        columns: ([carried.feed] + slots).flatMap { slot in
          (1...sums.arrayCount).map { Riders.Column(slot: slot, into: $0) }
        })
    }
  }

  /// What of the solution the passengers' rates read, but for the dopant itself.
  private func riderLevers(volume: Double) -> [Lever] {
    solution.levers(of: tables.ladder, volume: volume).filter { $0.variable != .partner }
  }

  mutating func differentiateRiders(
    _ jacobian: inout ArrowMatrix, state: Span<Double>, volume: Double, in medium: Medium<Double>
  ) {
    guard !passengers.isEmpty else { return }
    let edges = edgeRates(concentration: medium.solute)
    let front = front(state)
    for place in passengers.indices {
      let density = density(of: passengers[place], volume: volume)
      passengers[place].refresh(tables, upTo: front, density: density, in: medium)
      let first = passengers[place].first
      transport.differentiate(carrying: &jacobian.riders[place], from: first, at: edges)
      addLosses(to: &jacobian.riders[place], from: first, state: state, volume: volume)
      for (term, values) in passengers[place].coefficients.enumerated() {
        jacobian.riders[place].couplings[term].values = values
      }
      let arrays = passengers[place].sums.arrayCount
      for column in jacobian.riders[place].columns.indices {
        jacobian.riders[place].columns[column].values.clear()
      }
      addSlopes(
        to: &jacobian.riders[place].columns, from: 0, place, along: nil, front: front,
        factor: PhysicalConstants.avogadro / volume, state: state, volume: volume, in: medium)
      for (number, lever) in riderLevers(volume: volume).enumerated() {
        let from = (number + 1) * arrays
        addSlopes(
          to: &jacobian.riders[place].columns, from: from, place, along: lever.variable,
          front: front, factor: lever.factor, state: state, volume: volume, in: medium)
        jacobian.riders[place].leaks[lever.slot] = addTransport(
          to: &jacobian.riders[place].columns, from: from, place, lever, wind: edges,
          state: state, in: medium)
      }
    }
  }

  /// What flows out with particles, and what coalescence takes from each cell.
  private func addLosses(
    to riders: inout Riders, from first: Int, state: Span<Double>, volume: Double
  ) {
    let middle = riders.band.count / 2
    if solution.outflow > 0 {
      for index in riders.losses.indices {
        riders.losses[index] += solution.outflow
        riders.band[middle][index] -= solution.outflow
      }
    }
    guard let coagulation else { return }
    for row in 0..<coagulation.count where coagulation.first + row >= first {
      riders.band[middle][coagulation.first - 2 + row] -= coagulation.meetings(
        row, state, layout.cluster(coagulation.first), volume)
    }
  }

  /// Adds what the rates within the cells change by.
  private mutating func addSlopes(
    to columns: inout [Riders.Column], from column: Int, _ place: Int,
    along variable: MediumVariables?, front: Int, factor: Double, state: Span<Double>,
    volume: Double, in medium: Medium<Double>
  ) {
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: place, inStateOf: state.count)
    let terms = passengers[place].sums.terms
    let density = density(of: passengers[place], volume: volume)
    let slopes = variable.flatMap { tables.slopes(along: $0) }
    passengers[place].differentiate(
      tables, slopes, upTo: front, along: variable, density: density, in: medium
    ) { term, index, slope in
      guard slope != 0 else { return }
      let (into, from) = terms[term]
      let source = from == 0 ? layout.cornerCount : start + (from - 1) * width
      columns[column + into - 1].values[index] += factor * slope * state[source + index]
    }
  }

  /// Adds what transport changes by, and gives what leaves of what counts.
  private mutating func addTransport(
    to columns: inout [Riders.Column], from column: Int, _ place: Int, _ lever: Lever,
    wind: EdgeRates, state: Span<Double>, in medium: Medium<Double>
  ) -> Double {
    let slopes = tables.slopes(along: lever.variable)
    guard slopes != nil || lever.variable == .solute else { return 0 }
    let top = transport.cells.count
    var rates = EdgeRates(
      up: Array(repeating: 0, count: top + 1), down: Array(repeating: 0, count: top + 1))
    for edge in 1..<(top + 1) {
      let own = lever.variable == .solute ? tables.attachment[edge] : 0
      rates.up[edge] =
        lever.factor * (own + (slopes.map { $0.attachment[edge] } ?? 0) * medium.solute)
      if edge < top { rates.down[edge] = lever.factor * (slopes?.detachment[edge + 1] ?? 0) }
    }
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: place, inStateOf: state.count)
    var leaving = 0.0
    for array in 1...passengers[place].sums.arrayCount {
      var change = [Double](repeating: 0, count: state.count)
      var target = change.mutableSpan
      let first = start + (array - 1) * width
      let moved = transport.carry(
        to: &target, state: state, start: first, from: passengers[place].first, at: rates,
        wind: wind)
      columns[column + array - 1].values.add(change, from: first, times: 1)
      if passengers[place].sums.counted.contains(array) { leaving += moved.leaving }
    }
    return leaving
  }
}
