import Kinetics
import Sundials
import Synthesis

extension LadderBalance {
  func makeJacobian() -> ArrowMatrix {
    var columns = [network.solute]
    var rows = [network.solute]
    if layout.hasTemperature { columns.append(layout.temperature) }
    if layout.hasTemperature { rows.append(layout.temperature) }
    rows.append(layout.lost)
    return ArrowMatrix(
      cornerCount: layout.cornerCount, reachingColumns: columns, reachingRows: rows, bandCount: 0)
  }

  mutating func differentiate(
    _ jacobian: inout ArrowMatrix, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = temperature(at: time, state: state)
    tables.refresh(in: Medium(temperature: temperature))
    for index in jacobian.corner.indices { jacobian.corner[index] = 0 }
    var uptake = differentiateLadder(&jacobian, state: state, volume: volume)
    differentiateChemistry(
      &jacobian.corner, state: state, volume: volume, temperature: temperature)
    let solute = network.solute
    jacobian.corner[place(solute, solute)] -= uptake.toSolute
    jacobian.corner[place(layout.lost, solute)] += uptake.leavingToSolute
    if layout.hasTemperature {
      if let slopes = tables.slopes(along: .temperature) {
        uptake.toTemperature = differentiateLadderToTemperature(
          &jacobian, slopes, state: state, volume: volume)
      }
      jacobian.corner[place(solute, layout.temperature)] -= uptake.toTemperature
      completeHeat(&jacobian, uptake, state: state, volume: volume, temperature: temperature)
    }
    holdRows(&jacobian, volume: volume)
  }

  private func place(_ row: Int, _ column: Int) -> Int { row * layout.cornerCount + column }

  /// What the uptake of the ladder, 2 J_1 + Σ J_n, changes by.
  struct UptakeSlopes {
    var toSolute = 0.0
    var toTemperature = 0.0
    /// What leaves an open top, in units.
    var leavingToSolute = 0.0
  }

  private func differentiateLadder(
    _ jacobian: inout ArrowMatrix, state: Span<Double>, volume: Double
  ) -> UptakeSlopes {
    let first = layout.cornerCount
    let largest = layout.largest(in: state.count)
    let solute = state[network.solute]
    let concentration = solute / volume
    let isOpen = isOpen(largest)
    let a = tables.attachment.span
    let b = tables.detachment.span
    var lower = jacobian.band[0].taken()
    var diagonal = jacobian.band[1].taken()
    var upper = jacobian.band[2].taken()
    var column = jacobian.columns[0].taken()
    var row = jacobian.rows[0].taken()
    var below = 2 * a[1] * concentration
    var slopes = UptakeSlopes(toSolute: 2 * below)
    for index in 0..<jacobian.bandCount {
      let n = index + 2
      let takesUp = n < largest || isOpen
      let out = takesUp ? a[n] * concentration : 0
      let toSolute = takesUp ? a[n] * state[first + index] / volume : 0
      lower[index] = index > 0 ? a[n - 1] * concentration : 0
      diagonal[index] = -out - b[n]
      upper[index] = n < largest ? b[n + 1] : 0
      column[index] = below - toSolute
      row[index] = (n == 2 ? 2 : 1) * b[n] - out
      slopes.toSolute += toSolute
      below = toSolute
    }
    jacobian.rows[jacobian.rows.count - 1].clear()
    if isOpen, jacobian.bandCount > 0 {
      let units = Double(largest + 1)
      jacobian.rows[jacobian.rows.count - 1][jacobian.bandCount - 1] =
        units * a[largest] * concentration
      slopes.leavingToSolute = units * below
    }
    jacobian.band = [lower, diagonal, upper]
    jacobian.columns[0] = column
    jacobian.rows[0] = row
    return slopes
  }

  private func differentiateChemistry(
    _ corner: inout [Double], state: Span<Double>, volume: Double, temperature: Double
  ) {
    let heatRow = layout.hasTemperature ? layout.temperature : nil
    let capacity = (recipe.heat?.capacity ?? 1) * volume
    chemistry.differentiate(
      state: state, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, column, value in
      if let row {
        corner[place(row, column)] += value
      } else if let heatRow {
        corner[place(heatRow, column)] += value / capacity
      }
    }
    guard let heatRow else { return }
    chemistry.differentiateToTemperature(
      state: state, volume: volume, temperature: temperature, lostSlot: layout.lost
    ) { row, value in
      if let row {
        corner[place(row, heatRow)] += value
      } else {
        corner[place(heatRow, heatRow)] += value / capacity
      }
    }
  }

  private func differentiateLadderToTemperature(
    _ jacobian: inout ArrowMatrix, _ slopes: LadderTables.Slopes, state: Span<Double>,
    volume: Double
  ) -> Double {
    let first = layout.cornerCount
    let largest = layout.largest(in: state.count)
    let solute = state[network.solute]
    let concentration = solute / volume
    let isOpen = isOpen(largest)
    let a = slopes.attachment.span
    let b = slopes.detachment.span
    var below = a[1] * concentration * solute - b[2] * state[first]
    var uptake = 2 * below
    for index in 0..<jacobian.bandCount {
      let n = index + 2
      let isTop = n == largest
      let out = isTop && !isOpen ? 0 : a[n] * concentration * state[first + index]
      let flux = out - (isTop ? 0 : b[n + 1] * state[first + index + 1])
      jacobian.columns[1][index] = below - flux
      uptake += flux
      below = flux
    }
    if isOpen {
      jacobian.corner[place(layout.lost, layout.temperature)] += Double(largest + 1) * below
    }
    return uptake
  }

  /// The row of the temperature: cooling, inflow, heat of crystallisation.
  private func completeHeat(
    _ jacobian: inout ArrowMatrix, _ uptake: UptakeSlopes, state: Span<Double>, volume: Double,
    temperature: Double
  ) {
    guard let balance = recipe.heat else { return }
    let factor = balance.crystallisationEnthalpy / (balance.capacity * volume)
    for index in 0..<jacobian.bandCount {
      jacobian.rows[1][index] = factor * jacobian.rows[0][index]
    }
    let (row, solute) = (layout.temperature, network.solute)
    jacobian.corner[place(row, solute)] -= factor * uptake.toSolute
    jacobian.corner[place(row, row)] -= factor * uptake.toTemperature
    jacobian.corner[place(row, row)] -= balance.transfer / (balance.capacity * volume)
    jacobian.corner[place(row, row)] -= temperedInflow / volume
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
      guard slot == network.solute else { continue }
      let last = jacobian.rows.count - 1
      for index in 0..<jacobian.bandCount {
        jacobian.rows[last][index] += species.units * jacobian.rows[0][index]
        jacobian.rows[0][index] = 0
      }
    }
  }
}

extension [Double] {
  /// Moves the storage out, so that it can be written without a copy.
  fileprivate mutating func taken() -> [Double] {
    var storage = [Double]()
    swap(&storage, &self)
    return storage
  }

  fileprivate mutating func clear() {
    for index in indices { self[index] = 0 }
  }
}
