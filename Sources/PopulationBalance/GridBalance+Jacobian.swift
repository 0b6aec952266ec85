import Kinetics
import Sundials
import Synthesis

extension GridBalance {
  /// A dense slot that the particles' rates read, as what variable of the medium.
  private struct Lever {
    let slot: Int
    let variable: MediumVariables
    /// d(variable)/d(slot).
    let factor: Double
  }

  private func levers(volume: Double) -> [Lever] {
    var levers = [Lever(slot: monomer, variable: .solute, factor: 1 / volume)]
    if let partner = births?.partner {
      levers.append(Lever(slot: partner, variable: .partner, factor: 1 / volume))
    }
    if tables.ladder.reads.contains(.coverage) {
      for (place, site) in adsorption.sites.enumerated() where site.ligand.gates {
        levers.append(Lever(slot: layout.coverage(place), variable: .coverage, factor: 1))
      }
    }
    if layout.hasTemperature {
      levers.append(Lever(slot: layout.temperature, variable: .temperature, factor: 1))
    }
    return levers
  }

  func makeJacobian() -> ArrowMatrix {
    let columns = Set(levers(volume: 1).map(\.slot)).sorted()
    var rows = Set([monomer, layout.lost] + releases.map(\.slot))
    if layout.hasTemperature { rows.insert(layout.temperature) }
    if !adsorption.isEmpty { rows.formUnion(0..<layout.cornerCount) }
    return ArrowMatrix(
      cornerCount: layout.cornerCount, reachingColumns: columns, reachingRows: rows.sorted(),
      bandCount: 0, halfWidth: transport.halfWidth)
  }

  private func place(_ row: Int, _ column: Int) -> Int { row * layout.cornerCount + column }

  mutating func differentiate(
    _ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = temperature(at: time, state: state)
    let medium = surround(state, volume: volume, temperature: temperature)
    jacobian.corner.clear()
    for place in jacobian.rows.indices { jacobian.rows[place].clear() }
    differentiateChemistry(
      &jacobian.corner, state: state, volume: volume, temperature: temperature)
    spreadBound(&jacobian, state: state)
    var uptake = [Double](repeating: 0, count: jacobian.bandCount)
    transport.differentiate(
      &jacobian.band, uptake: &uptake, concentration: medium.solute,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
    add(uptake, to: &jacobian, volume: volume)
    for lever in levers(volume: volume) {
      pull(lever, &jacobian, state: state, volume: volume, in: medium)
    }
    let layout = layout
    coagulation?.differentiate(
      &jacobian.band, state: state, layout: layout, volume: volume, in: medium)
    differentiateFlow(&jacobian, volume: volume)
    holdRows(&jacobian, volume: volume)
  }

  private func differentiateChemistry(
    _ corner: inout [Double], state: Span<Double>, volume: Double, temperature: Double
  ) {
    let heatRow = layout.hasTemperature ? layout.temperature : nil
    let capacity = (recipe.heat?.capacity ?? 1) * volume
    chemistry.differentiate(
      state: dissolved.span, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, column, value in
      if let row {
        corner[place(row, column)] += value
      } else if let heatRow {
        corner[place(heatRow, column)] += value / capacity
      }
    }
    adsorption.differentiate(
      state: state, dissolved: dissolved, volume: volume, temperature: temperature,
      layout: layout
    ) { row, column, value in corner[place(row, column)] += value }
    guard let heatRow else { return }
    chemistry.differentiateToTemperature(
      state: dissolved.span, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, value in
      if let row {
        corner[place(row, heatRow)] += value
      } else {
        corner[place(heatRow, heatRow)] += value / capacity
      }
    }
  }

  /// What reads a dissolved ligand reads, through what is bound, all particles and the coverage.
  private func spreadBound(_ jacobian: inout ArrowMatrix, state: Span<Double>) {
    guard !adsorption.isEmpty else { return }
    let area = area(state)
    for (place, site) in adsorption.sites.enumerated() {
      let coverage = layout.coverage(place)
      for (rowPlace, row) in jacobian.reachingRows.enumerated() {
        let slope = jacobian.corner[self.place(row, site.species)]
        guard slope != 0 else { continue }
        jacobian.corner[self.place(row, coverage)] -= slope * site.ligand.siteDensity * area
        let bound = slope * site.ligand.siteDensity * state[coverage]
        jacobian.rows[rowPlace].add(shapes.areas, from: 2, times: -bound)
      }
    }
  }

  /// What an uptake of one unit changes, slot by slot.
  private func consequences(volume: Double) -> [(slot: Int, change: Double)] {
    var changes = [(monomer, -1.0)] + releases.map { ($0.slot, $0.count) }
    if let balance = recipe.heat {
      changes.append(
        (layout.temperature, -balance.crystallisationEnthalpy / (balance.capacity * volume)))
    }
    return changes
  }

  /// Adds the derivatives of the uptake to what is in each cell to the rows of what it changes.
  private func add(_ uptake: [Double], to jacobian: inout ArrowMatrix, volume: Double) {
    for (slot, change) in consequences(volume: volume) {
      guard let place = jacobian.reachingRows.firstIndex(of: slot) else { continue }
      jacobian.rows[place].add(uptake, times: change)
    }
    guard transport.isOpen, let place = jacobian.reachingRows.firstIndex(of: layout.lost),
      jacobian.bandCount > 0
    else { return }
    let top = transport.cells.count
    jacobian.rows[place][jacobian.bandCount - 1] +=
      transport.unitsBeyond * tables.attachment[top] * (tables.medium?.solute ?? 0)
      / Double(transport.cells.width(top))
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
      first: layout.cornerCount, solute: dissolved[monomer], volume: volume,
      attachment: tables.attachment.span, detachment: tables.detachment.span)
    for index in column.indices { column[index] *= lever.factor }
    moved.uptake *= lever.factor
    moved.leaving *= lever.factor
    moved.uptake += bear(&column, &jacobian, lever, volume: volume, in: medium)
    jacobian.columns[columnPlace] = column
    for (slot, change) in consequences(volume: volume) {
      jacobian.corner[place(slot, lever.slot)] += change * moved.uptake
    }
    jacobian.corner[place(layout.lost, lever.slot)] += transport.unitsBeyond * moved.leaving
  }

  /// Adds the nuclei of a closure to a column, and gives what they add to the uptake's.
  private func bear(
    _ column: inout [Double], _ jacobian: inout ArrowMatrix, _ lever: Lever, volume: Double,
    in medium: Medium<Double>
  ) -> Double {
    guard let births, births.closure.law.reads.contains(lever.variable) else { return 0 }
    let birth = births.closure.law.birth(on: tables.ladder, in: medium.along(lever.variable))
    let events = birth.rate * (volume / PhysicalConstants.avogadro)
    let share = transport.shares(of: birth.units)
    column[share.cell - 2] += lever.factor * (events * share.lower).derivative
    column[share.cell - 1] += lever.factor * (events * share.upper).derivative
    if let partner = births.partner {
      jacobian.corner[place(partner, lever.slot)] -=
        births.partnerCount * lever.factor * events.derivative
    }
    return lever.factor * (births.uptake(birth) * events).derivative
  }

  /// What flows out, and how the bath and what flows in cool or warm the flask.
  private func differentiateFlow(_ jacobian: inout ArrowMatrix, volume: Double) {
    if let balance = recipe.heat {
      jacobian.corner[place(layout.temperature, layout.temperature)] -=
        balance.transfer / (balance.capacity * volume) + temperedInflow / volume
    }
    guard outflow > 0 else { return }
    for (slot, species) in network.species.enumerated() {
      jacobian.corner[place(slot, slot)] -= outflow
      jacobian.corner[place(layout.lost, slot)] += species.units * outflow
    }
    let middle = jacobian.halfWidth
    guard let lost = jacobian.reachingRows.firstIndex(of: layout.lost) else { return }
    for index in 0..<jacobian.bandCount { jacobian.band[middle][index] -= outflow }
    jacobian.rows[lost].add(transport.units, from: 2, times: outflow)
  }

  /// Moves the rows of held species to what is lost.
  private func holdRows(_ jacobian: inout ArrowMatrix, volume: Double) {
    for (slot, species) in network.species.enumerated() where species.isHeld {
      for column in 0..<layout.cornerCount {
        let value = jacobian.corner[place(slot, column)]
        jacobian.corner[place(slot, column)] = 0
        jacobian.corner[place(layout.lost, column)] += species.units * value
      }
      jacobian.corner[place(slot, slot)] = inflow / volume
      jacobian.corner[place(layout.lost, slot)] -= species.units * inflow / volume
      guard let row = jacobian.reachingRows.firstIndex(of: slot),
        let lost = jacobian.reachingRows.firstIndex(of: layout.lost)
      else { continue }
      let kept = jacobian.rows[row]
      jacobian.rows[lost].add(kept, times: species.units)
      jacobian.rows[row].clear()
    }
  }
}
