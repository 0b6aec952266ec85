import Kinetics
import Sundials

extension GridBalance {
  func makeJacobian() -> ArrowMatrix {
    let levers = solution.levers(of: tables.ladder, volume: 1)
    return ArrowMatrix(
      cornerCount: layout.cornerCount, reachingColumns: Set(levers.map(\.slot)).sorted(),
      reachingRows: Set(solution.reachingRows + passengers.map(\.feed)).sorted(), bandCount: 0,
      halfWidth: transport.halfWidth, riders: makeRiders())
  }

  func invariant(bandCount: Int) -> Invariant? {
    solution.matter(
      width: layout.cornerCount, band: Array(transport.units[2..<2 + bandCount]))
  }

  mutating func differentiate(
    _ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = solution.temperature(at: time, state: state)
    let medium = surround(state, volume: volume, temperature: temperature)
    jacobian.corner.clear()
    for place in jacobian.rows.indices { jacobian.rows[place].clear() }
    solution.differentiateReactions(
      &jacobian.corner, width: layout.cornerCount, state: state, volume: volume,
      temperature: temperature)
    if !solution.adsorption.isEmpty {
      solution.spreadBound(
        &jacobian, state: state, area: area(state), areas: shapes.areas, from: 2)
    }
    var uptake = [Double](repeating: 0, count: jacobian.bandCount)
    transport.differentiate(
      &jacobian.band, uptake: &uptake, concentration: medium.solute,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
    solution.add(uptake, to: &jacobian, volume: volume)
    for lever in solution.levers(of: tables.ladder, volume: volume) {
      pull(lever, &jacobian, state: state, volume: volume, in: medium)
    }
    let layout = layout
    coagulation?.differentiate(
      &jacobian.band, state: state, layout: layout, volume: volume, in: medium)
    differentiateRiders(&jacobian, state: state, volume: volume, in: medium)
    differentiateLosses(&jacobian, concentration: medium.solute)
    solution.complete(&jacobian, volume: volume)
  }

  /// Writes the column of one dense slot.
  private mutating func pull(
    _ lever: Lever, _ jacobian: inout ArrowMatrix, state: Span<Double>, volume: Double,
    in medium: Medium<Double>
  ) {
    guard let columnPlace = jacobian.reachingColumns.firstIndex(of: lever.slot) else { return }
    let slopes = tables.slopes(along: lever.variable)
    var column = jacobian.columns[columnPlace].taken()
    var moved = transport.differentiate(
      &column, along: slopes, isSolute: lever.variable == .solute, state: state,
      first: layout.cornerCount, solute: solution.dissolved[solution.monomer], volume: volume,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
    for index in column.indices { column[index] *= lever.factor }
    moved.uptake *= lever.factor
    moved.leaving *= lever.factor
    moved.uptake += bear(&column, &jacobian, lever, volume: volume, in: medium)
    jacobian.columns[columnPlace] = column
    solution.add(uptake: moved.uptake, of: lever.slot, to: &jacobian, volume: volume)
    jacobian.corner[layout.lost * layout.cornerCount + lever.slot] +=
      transport.unitsBeyond * moved.leaving
  }

  /// Adds the nuclei of a closure to a column, and gives what they add to the uptake's.
  private func bear(
    _ column: inout [Double], _ jacobian: inout ArrowMatrix, _ lever: Lever, volume: Double,
    in medium: Medium<Double>
  ) -> Double {
    guard let births = solution.births, births.reads(on: tables.ladder).contains(lever.variable)
    else {
      return 0
    }
    let birth = births.closure.law.bear(on: tables.ladder, in: medium.along(lever.variable))
    let events = birth.rate * (volume / PhysicalConstants.avogadro)
    transport.spread(nucleus: birth.units) { cell, share in
      column[cell - 2] += lever.factor * (events * share).derivative
    }
    if let partner = births.partner {
      jacobian.corner[partner * layout.cornerCount + lever.slot] -=
        births.partnerCount * lever.factor * events.derivative
    }
    return lever.factor * (births.uptake(birth) * events).derivative
  }

  /// What leaves at an open top and with what flows out.
  private func differentiateLosses(_ jacobian: inout ArrowMatrix, concentration: Double) {
    guard let lost = jacobian.reachingRows.firstIndex(of: layout.lost) else { return }
    if transport.isOpen, jacobian.bandCount > 0 {
      let top = transport.cells.count
      jacobian.rows[lost][jacobian.bandCount - 1] +=
        transport.unitsBeyond * tables.attachment[top] * concentration
        / transport.cells.width(top)
    }
    guard solution.outflow > 0 else { return }
    let middle = jacobian.halfWidth
    for index in 0..<jacobian.bandCount { jacobian.band[middle][index] -= solution.outflow }
    jacobian.rows[lost].add(transport.units, from: 2, times: solution.outflow)
  }
}
