import Kinetics
import Sundials
import Synthesis

/// A dense slot that the particles' rates read, as what variable of the medium.
struct Lever {
  let slot: Int
  let variable: MediumVariables
  /// d(variable)/d(slot).
  let factor: Double
}

extension Solution {
  /// The dense slots that the particles' rates read.
  func levers(of ladder: Ladder, volume: Double) -> [Lever] {
    var levers = [Lever(slot: monomer, variable: .solute, factor: 1 / volume)]
    if let partner = births?.partner {
      levers.append(Lever(slot: partner, variable: .partner, factor: 1 / volume))
    }
    if ladder.reads.contains(.coverage) {
      for (place, site) in adsorption.sites.enumerated() where site.ligand.gates {
        levers.append(Lever(slot: layout.coverage(place), variable: .coverage, factor: 1))
      }
    }
    if layout.hasTemperature {
      levers.append(Lever(slot: layout.temperature, variable: .temperature, factor: 1))
    }
    return levers
  }

  /// Slots whose rates change with what is in particles.
  var reachingRows: [Int] {
    var rows = Set([monomer, layout.lost] + releases.map(\.slot))
    if layout.hasTemperature { rows.insert(layout.temperature) }
    if !adsorption.isEmpty { rows.formUnion(0..<layout.cornerCount) }
    return rows.sorted()
  }

  /// Writes the derivatives of reactions and adsorption to the dense slots.
  ///
  /// - Parameter width: slots in the corner.
  func differentiateReactions(
    _ corner: inout [Double], width: Int, state: Span<Double>, volume: Double, temperature: Double
  ) {
    let heatRow = layout.hasTemperature ? layout.temperature : nil
    let capacity = (recipe.heat?.capacity ?? 1) * volume
    chemistry.differentiate(
      state: dissolved.span, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, column, value in
      if let row {
        corner[row * width + column] += value
      } else if let heatRow {
        corner[heatRow * width + column] += value / capacity
      }
    }
    adsorption.differentiate(
      state: state, dissolved: dissolved, volume: volume, temperature: temperature,
      layout: layout
    ) { row, column, value in corner[row * width + column] += value }
    guard let heatRow else { return }
    chemistry.differentiateToTemperature(
      state: dissolved.span, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, value in
      if let row {
        corner[row * width + heatRow] += value
      } else {
        corner[heatRow * width + heatRow] += value / capacity
      }
    }
  }

  /// What reads a dissolved ligand reads, through what is bound, all particles and the coverage.
  ///
  /// - Parameter areas: surface that a slot of the band stands for, m² per mol of the slot, from
  ///   `start` on.
  func spreadBound(
    _ jacobian: inout ArrowMatrix, state: Span<Double>, area: Double, areas: [Double],
    from start: Int
  ) {
    guard !adsorption.isEmpty else { return }
    for (place, site) in adsorption.sites.enumerated() {
      let coverage = layout.coverage(place)
      for (rowPlace, row) in jacobian.reachingRows.enumerated() {
        let slope = jacobian.corner[row * jacobian.cornerCount + site.species]
        guard slope != 0 else { continue }
        jacobian.corner[row * jacobian.cornerCount + coverage] -=
          slope * site.ligand.siteDensity * area
        jacobian.rows[rowPlace].add(
          areas, from: start, times: -slope * site.ligand.siteDensity * state[coverage])
      }
    }
  }

  /// What an uptake of one unit changes, slot by slot.
  func consequences(volume: Double) -> [(slot: Int, change: Double)] {
    var changes = [(monomer, -1.0)] + releases.map { ($0.slot, $0.count) }
    if let balance = recipe.heat {
      changes.append(
        (layout.temperature, -balance.crystallisationEnthalpy / (balance.capacity * volume)))
    }
    return changes
  }

  /// Adds the derivatives of the uptake to the band, to the rows of what it changes.
  func add(_ uptake: [Double], to jacobian: inout ArrowMatrix, volume: Double) {
    for (slot, change) in consequences(volume: volume) {
      guard let place = jacobian.reachingRows.firstIndex(of: slot) else { continue }
      jacobian.rows[place].add(uptake, times: change)
    }
  }

  /// Adds the derivative of the uptake to one dense slot.
  func add(
    uptake: Double, of slot: Int, to jacobian: inout ArrowMatrix, volume: Double
  ) {
    for (row, change) in consequences(volume: volume) {
      jacobian.corner[row * jacobian.cornerCount + slot] += change * uptake
    }
  }

  /// What flows out of the dense slots, how the bath cools, and what holding species does.
  func complete(_ jacobian: inout ArrowMatrix, volume: Double) {
    let width = jacobian.cornerCount
    if let balance = recipe.heat {
      jacobian.corner[layout.temperature * (width + 1)] -=
        balance.transfer / (balance.capacity * volume) + temperedInflow / volume
        + (inletTemperature == nil ? 0 : outflow)
    }
    if outflow > 0 {
      for (slot, species) in network.species.enumerated() {
        jacobian.corner[slot * (width + 1)] -= outflow
        jacobian.corner[layout.lost * width + slot] += species.units * outflow
      }
    }
    holdRows(&jacobian, volume: volume)
  }

  /// Moves the rows of held species to what is lost.
  private func holdRows(_ jacobian: inout ArrowMatrix, volume: Double) {
    let width = jacobian.cornerCount
    for (slot, species) in network.species.enumerated() where species.isHeld {
      for column in 0..<width {
        let value = jacobian.corner[slot * width + column]
        jacobian.corner[slot * width + column] = 0
        jacobian.corner[layout.lost * width + column] += species.units * value
      }
      jacobian.corner[slot * (width + 1)] = inflow / volume
      jacobian.corner[layout.lost * width + slot] -= species.units * inflow / volume
      guard let row = jacobian.reachingRows.firstIndex(of: slot),
        let lost = jacobian.reachingRows.firstIndex(of: layout.lost)
      else { continue }
      let kept = jacobian.rows[row]
      jacobian.rows[lost].add(kept, times: species.units)
      jacobian.rows[row].clear()
    }
  }
}
