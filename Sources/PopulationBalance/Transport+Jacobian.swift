import Kinetics
import Sundials

extension Transport {
  /// Writes the band of the Jacobian and the derivatives of the uptake to what is in each cell.
  func differentiate(
    _ band: inout [[Double]], uptake: inout [Double], concentration: Double,
    attachment: Span<Double>, detachment: Span<Double>
  ) {
    let middle = band.count / 2
    let last = firstWeighted
    for diagonal in band.indices where abs(diagonal - middle) > 1 { band[diagonal].clear() }
    var lower = band[middle - 1].taken()
    var diagonal = band[middle].taken()
    var upper = band[middle + 1].taken()
    var row = uptake.taken()
    for n in stride(from: 2, through: cells.count, by: 1) {
      let index = n - 2
      let flows = n < last
      let gain = flows ? attachment[n] * concentration : 0
      let loss = n <= last && last > 1 ? detachment[n] : 0
      lower[index] = n <= last && n > 2 ? attachment[n - 1] * concentration : 0
      diagonal[index] = -gain - loss
      upper[index] = flows ? detachment[n + 1] : 0
      row[index] = gain - (n == 2 ? 2 : 1) * loss
    }
    band[middle - 1] = lower
    band[middle] = diagonal
    band[middle + 1] = upper
    for edge in last..<max(last, cells.count) {
      let gain = attachment[edge] * concentration
      let loss = detachment[edge + 1]
      let side = gain >= loss ? weights.fromBelow[edge] : weights.fromAbove[edge]
      let half = 0.5 * weights.rise[edge]
      let exists = edge >= floor
      let flux = exists ? gain * (side - half) - loss * (side + half) : .zero
      let dissolving = exists ? .zero : loss * (side + half)
      let taken = (units[edge + 1] - units[edge]) * flux - units[edge + 1] * dissolving
      for place in 0..<6 {
        let column = edge + place - 4
        guard column >= 0, column < row.count, flux[place] != 0 || dissolving[place] != 0 else {
          continue
        }
        if edge > 1 { band[middle + place - 2][edge - 2] -= flux[place] }
        band[middle + place - 3][edge - 1] += flux[place] - dissolving[place]
        row[column] += taken[place]
      }
    }
    if isOpen, !row.isEmpty {
      let gain = attachment[cells.count] * concentration / cells.width(cells.count)
      band[middle][row.count - 1] -= gain
      row[row.count - 1] += (unitsBeyond - units[cells.count]) * gain
    }
    uptake = row
  }

  /// Writes what the rates of the cells change by, with one variable of the medium, and gives the
  /// same of what transport moves.
  ///
  /// - Parameters:
  ///   - slopes: what the coefficients change by; nil where they do not read the variable.
  ///   - isSolute: whether the variable is the concentration of the solute itself.
  func differentiate(
    _ column: inout [Double], along slopes: LadderTables.Slopes?, isSolute: Bool,
    state: Span<Double>, first: Int, solute: Double, volume: Double, attachment: Span<Double>,
    detachment: Span<Double>
  ) -> Moved {
    let shift = first - 2
    let last = firstWeighted
    let concentration = solute / volume
    var moved = Moved()
    var below = 0.0
    func gain(_ edge: Int) -> Double {
      (isSolute ? attachment[edge] : 0) + (slopes.map { $0.attachment[edge] } ?? 0) * concentration
    }
    func loss(_ edge: Int) -> Double { slopes.map { $0.detachment[edge + 1] } ?? 0 }
    if last > 1 {
      below =
        gain(1) * solute + (isSolute ? attachment[1] * concentration * volume : 0)
        - loss(1) * state[first]
      moved.uptake = 2 * below
      for n in 2..<max(2, last) {
        let flux = gain(n) * state[shift + n] - loss(n) * state[shift + n + 1]
        column[n - 2] = below - flux
        moved.uptake += flux
        below = flux
      }
    }
    for edge in last..<max(last, cells.count) {
      let near = amounts(around: edge, state, shift)
      let isUpward = attachment[edge] * concentration >= detachment[edge + 1]
      let side = isUpward ? weights.fromBelow[edge] : weights.fromAbove[edge]
      let density = (side * near).sum()
      let half = 0.5 * (weights.rise[edge] * near).sum()
      let exists = edge >= floor
      let flux = exists ? gain(edge) * (density - half) - loss(edge) * (density + half) : 0
      let dissolving = exists ? 0 : loss(edge) * (density + half)
      if edge > 1 { column[edge - 2] = below - flux }
      moved.uptake += (units[edge + 1] - units[edge]) * flux - units[edge + 1] * dissolving
      below = flux - dissolving
    }
    let top = cells.count
    if isOpen {
      moved.leaving = gain(top) * state[shift + top] / cells.width(top)
      moved.uptake += (unitsBeyond - units[top]) * moved.leaving
    }
    column[top - 2] = below - moved.leaving
    return moved
  }
}

extension [Double] {
  /// Moves the storage out, so that it can be written without a copy.
  mutating func taken() -> [Double] {
    var storage = [Double]()
    swap(&storage, &self)
    return storage
  }

  mutating func clear() {
    for index in indices { self[index] = 0 }
  }

  /// Adds the entries of a vector from a place on, times a factor.
  mutating func add(_ vector: [Double], from start: Int = 0, times factor: Double) {
    let source = vector.span
    var target = mutableSpan
    for index in target.indices { target[index] += factor * source[start + index] }
  }
}
