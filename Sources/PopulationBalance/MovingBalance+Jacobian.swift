import Kinetics
import RealModule
import Sundials

extension MovingBalance {
  private var cornerCount: Int { first }

  func makeJacobian() -> ArrowMatrix {
    var columns = Set(solution.levers(of: ladder, volume: 1).map(\.slot))
    if classes.hasOpenClass { columns.formUnion([openNumber, edge]) }
    return ArrowMatrix(
      cornerCount: cornerCount, reachingColumns: columns.sorted(),
      reachingRows: solution.reachingRows, bandCount: 0)
  }

  func invariant(bandCount: Int) -> Invariant? {
    solution.matter(width: cornerCount, band: Array(repeating: 1, count: bandCount))
  }

  mutating func differentiate(
    _ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state)
    let numbers = numbers(state, at: time)
    surround(state, numbers: numbers, volume: volume, temperature: temperature)
    jacobian.corner.clear()
    for place in jacobian.rows.indices { jacobian.rows[place].clear() }
    for place in jacobian.columns.indices { jacobian.columns[place].clear() }
    for place in jacobian.band.indices { jacobian.band[place].clear() }
    solution.differentiateReactions(
      &jacobian.corner, width: cornerCount, state: state, volume: volume, temperature: temperature)
    spreadBound(&jacobian, state: state, numbers: numbers)
    let slopes = drifts(of: sizes.map { Dual($0, derivative: 1) }, in: medium.constant)
    var uptake = [Double](repeating: 0, count: jacobian.bandCount)
    for place in numbers.indices {
      let isOpen = place == classes.numbers.count
      let number = numbers[place]
      let slope = slopes[place].derivative * (isOpen ? number / (number + classes.handful) : 1)
      jacobian.band[1][place] = slope - solution.outflow
      uptake[place] = slope
    }
    if classes.hasOpenClass {
      differentiateOpenClass(&jacobian, slopes, numbers: numbers, volume: volume)
    }
    solution.add(uptake, to: &jacobian, volume: volume)
    for lever in solution.levers(of: ladder, volume: volume) {
      pull(lever, &jacobian, numbers: numbers, volume: volume)
    }
    if solution.outflow > 0, let lost = jacobian.reachingRows.firstIndex(of: layout.lost) {
      for place in numbers.indices { jacobian.rows[lost][place] += solution.outflow }
    }
    solution.complete(&jacobian, volume: volume)
  }

  /// What reads dissolved ligands reads the surface of all classes.
  private func spreadBound(
    _ jacobian: inout ArrowMatrix, state: Span<Double>, numbers: [Double]
  ) {
    guard !solution.adsorption.isEmpty else { return }
    // A ∝ n^(2/3): d(N A)/dM = (2/3) A/n.
    let areas = numbers.indices.map { place in
      let particle = Particle(units: max(1e-9, sizes[place]), volumePerUnit: ladder.volumePerUnit)
      return 2 * particle.area / (3 * particle.units)
    }
    solution.spreadBound(
      &jacobian, state: state, area: area(numbers), areas: areas, from: 0)
    guard classes.hasOpenClass, let last = areas.last else { return }
    // At given units: A ∝ N^(1/3), d(N A)/dN = A/3.
    let toNumber = 0.5 * last * max(0, sizes[sizes.count - 2])
    for (place, site) in solution.adsorption.sites.enumerated() {
      let perArea = site.ligand.siteDensity * state[layout.coverage(place)]
      for row in jacobian.reachingRows {
        let slope = jacobian.corner[row * cornerCount + site.species]
        jacobian.corner[row * cornerCount + openNumber] -= slope * perArea * toNumber
      }
    }
  }

  /// The open class, whose size follows from its units and its number.
  ///
  ///     n = (M + δ e)/(N + δ)
  private func differentiateOpenClass(
    _ jacobian: inout ArrowMatrix, _ slopes: [Dual], numbers: [Double], volume: Double
  ) {
    let last = classes.numbers.count
    let (number, handful) = (numbers[last], classes.handful)
    let slope = number * slopes[last].derivative / (number + handful)
    let toNumber = slopes[last].value - slope * sizes[last]
    let toEdge = slope * handful
    for (slot, value) in [(openNumber, toNumber), (edge, toEdge)] {
      guard let place = jacobian.reachingColumns.firstIndex(of: slot) else { continue }
      jacobian.columns[place][last] += value
      solution.add(uptake: value, of: slot, to: &jacobian, volume: volume)
    }
    jacobian.corner[openNumber * (cornerCount + 1)] -= solution.outflow
    jacobian.corner[edge * (cornerCount + 1)] += slopes[last + 1].derivative
  }

  /// Adds the column of one dense slot.
  private func pull(
    _ lever: Lever, _ jacobian: inout ArrowMatrix, numbers: [Double], volume: Double
  ) {
    guard let columnPlace = jacobian.reachingColumns.firstIndex(of: lever.slot) else { return }
    let moving = medium.along(lever.variable)
    let drifts = drifts(of: sizes.map { Dual($0) }, in: moving)
    var uptake = 0.0
    for place in numbers.indices {
      let change = lever.factor * numbers[place] * drifts[place].derivative
      jacobian.columns[columnPlace][place] += change
      uptake += change
    }
    if classes.hasOpenClass {
      jacobian.corner[edge * cornerCount + lever.slot] +=
        lever.factor * drifts[drifts.count - 1].derivative
      uptake += bear(&jacobian, columnPlace, lever, in: moving, volume: volume)
    }
    solution.add(uptake: uptake, of: lever.slot, to: &jacobian, volume: volume)
  }

  /// Adds nuclei to a column, and gives what they add to the uptake's.
  private func bear(
    _ jacobian: inout ArrowMatrix, _ columnPlace: Int, _ lever: Lever, in moving: Medium<Dual>,
    volume: Double
  ) -> Double {
    guard let births = solution.births, births.reads(on: ladder).contains(lever.variable) else {
      return 0
    }
    let birth = births.closure.law.bear(on: ladder, in: moving)
    let events = birth.rate * (volume / PhysicalConstants.avogadro)
    jacobian.corner[openNumber * cornerCount + lever.slot] += lever.factor * events.derivative
    jacobian.columns[columnPlace][classes.numbers.count] +=
      lever.factor * (events * birth.units).derivative
    if let partner = births.partner {
      jacobian.corner[partner * cornerCount + lever.slot] -=
        births.partnerCount * lever.factor * events.derivative
    }
    return lever.factor * (births.uptake(birth) * events).derivative
  }
}
