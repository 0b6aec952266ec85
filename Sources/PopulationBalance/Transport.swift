import Kinetics

/// The ladder on amounts: what every flux between neighbouring cells moves.
///
///     F_i = a(N) c_1 p(N) - b(N+1) p(N+1)      dy_i/dt = F_(i-1) - F_i
///
/// N is the largest size of cell i, p the density of particles there: what is in the cell, where cells
/// hold one size each. A particle that passes from cell i to i + 1 takes with it the difference of
/// their units from the solute; so matter is kept whatever the grid.
///
/// Under a closure the sizes below its floor do not exist: nothing grows out of them, and what shrinks
/// into them gives all its units back.
struct Transport: Sendable {
  /// What transport moves, all in mol/s.
  struct Moved {
    /// Units taken from the solute.
    var uptake = 0.0
    /// Particles that leave at an open top.
    var leaving = 0.0
  }

  private(set) var cells: SizeCells
  /// Units that a particle of each cell counts for, from cell 0, which is none.
  private(set) var units: [Double] = [0, 1]
  private(set) var weights: EdgeWeights
  let isOpen: Bool
  let hasNoise: Bool
  /// The smallest cell that exists; 1 where the ladder itself nucleates.
  var floor: Int

  init(_ cells: SizeCells, hasNoise: Bool, isOpen: Bool, floor: Int) {
    self.cells = cells
    self.hasNoise = hasNoise
    self.isOpen = isOpen
    self.floor = floor
    weights = EdgeWeights(hasNoise: hasNoise)
  }

  /// The first edge that needs weights; all before lie between cells of one size each.
  var firstWeighted: Int {
    floor > 1 || !hasNoise ? 1 : min(cells.unitCount, cells.count)
  }

  /// How far a flux at an edge reaches to either side of its row.
  var halfWidth: Int { hasNoise ? cells.isExact ? 1 : 2 : 3 }

  mutating func grow(to cells: SizeCells) {
    self.cells = cells
    for cell in units.count..<max(units.count, cells.count + 1) { units.append(cells.mean(cell)) }
    if firstWeighted < cells.count { weights.grow(to: cells) }
  }

  /// Units of a particle that leaves the top.
  var unitsBeyond: Double { Double(cells.largest + 1) }

  /// Adds what transport changes, and gives what it moves.
  func add(
    to rates: inout MutableSpan<Double>, state: Span<Double>, first: Int, solute: Double,
    concentration: Double, attachment: Span<Double>, detachment: Span<Double>
  ) -> Moved {
    let shift = first - 2
    let last = firstWeighted
    var moved = Moved()
    var below = 0.0
    if last > 1 {
      below = attachment[1] * concentration * solute - detachment[2] * state[first]
      moved.uptake = 2 * below
      for n in 2..<max(2, last) {
        let flux =
          attachment[n] * concentration * state[shift + n] - detachment[n + 1]
          * state[shift + n + 1]
        rates[shift + n] += below - flux
        moved.uptake += flux
        below = flux
      }
    }
    for edge in last..<max(last, cells.count) {
      let (flux, dissolving) = weightedFlux(
        over: edge, state, shift, gain: attachment[edge] * concentration, loss: detachment[edge + 1]
      )
      if edge > 1 { rates[shift + edge] += below - flux }
      moved.uptake += (units[edge + 1] - units[edge]) * flux - units[edge + 1] * dissolving
      below = flux - dissolving
    }
    let top = cells.count
    if isOpen {
      moved.leaving =
        attachment[top] * concentration * state[shift + top] / cells.width(top)
      moved.uptake += (unitsBeyond - units[top]) * moved.leaving
    }
    rates[shift + top] += below - moved.leaving
    return moved
  }

  /// The particles that pass an edge, and those that dissolve there, mol/s.
  @inline(__always)
  private func weightedFlux(
    over edge: Int, _ state: Span<Double>, _ shift: Int, gain: Double, loss: Double
  ) -> (flux: Double, dissolving: Double) {
    let near = amounts(around: edge, state, shift)
    let side = gain >= loss ? weights.fromBelow[edge] : weights.fromAbove[edge]
    let density = (side * near).sum()
    let half = 0.5 * (weights.rise[edge] * near).sum()
    let down = loss * (density + half)
    return edge >= floor ? (gain * (density - half) - down, 0) : (0, down)
  }

  /// The net flux over one edge, particles in mol/s.
  func flux(
    over edge: Int, state: Span<Double>, first: Int, solute: Double, concentration: Double,
    attachment: Span<Double>, detachment: Span<Double>
  ) -> Double {
    let shift = first - 2
    let (gain, loss) = (attachment[edge] * concentration, detachment[edge + 1])
    guard edge < firstWeighted else {
      let flow = weightedFlux(over: edge, state, shift, gain: gain, loss: loss)
      return flow.flux - flow.dissolving
    }
    return gain * (edge == 1 ? solute : state[shift + edge]) - loss * state[shift + edge + 1]
  }

  /// Units that the particles of a cell and of those above it take from the solute, net, mol/s.
  func uptake(
    from cell: Int, state: Span<Double>, first: Int, solute: Double, concentration: Double,
    attachment: Span<Double>, detachment: Span<Double>
  ) -> Double {
    let shift = first - 2
    var uptake = 0.0
    for edge in cell..<max(cell, cells.count) {
      let (gain, loss) = (attachment[edge] * concentration, detachment[edge + 1])
      guard edge >= firstWeighted else {
        uptake += gain * (edge == 1 ? solute : state[shift + edge]) - loss * state[shift + edge + 1]
        continue
      }
      let flow = weightedFlux(over: edge, state, shift, gain: gain, loss: loss)
      uptake += (units[edge + 1] - units[edge]) * flow.flux - units[edge + 1] * flow.dissolving
    }
    let top = cells.count
    guard isOpen, cell <= top else { return uptake }
    let leaving = attachment[top] * concentration * state[shift + top] / cells.width(top)
    return uptake + (unitsBeyond - units[top]) * leaving
  }

  /// What is in the six cells around an edge; nothing beyond the grid and for the monomer.
  @inline(__always)
  func amounts(around edge: Int, _ state: Span<Double>, _ shift: Int) -> SIMD8<Double> {
    let first = shift + edge - 2
    if edge > 3, first + 6 <= state.count {
      return SIMD8(
        state[first], state[first + 1], state[first + 2], state[first + 3], state[first + 4],
        state[first + 5], 0, 0)
    }
    var amounts = SIMD8<Double>.zero
    for place in 0..<6 where (2...cells.count).contains(edge - 2 + place) {
      amounts[place] = state[first + place]
    }
    return amounts
  }
}
