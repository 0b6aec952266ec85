import Kinetics
import Sundials

/// Rates at which particles pass the edges of a grid, up a(N)·c and down b(N+1), 1/s.
struct EdgeRates: Sendable {
  var up: [Double] = []
  var down: [Double] = []

  /// Where the wind blows, and so the side from which an edge is seen.
  func isUpward(_ edge: Int) -> Bool { up[edge] >= down[edge] }
}

extension Transport {
  /// What becomes of passengers beside moving on, mol/s.
  struct Carried {
    /// Given back where their particle dissolves, or shrinks below the smallest that carries any.
    var returned = 0.0
    /// Leaving with their particle at an open top.
    var leaving = 0.0
  }

  /// Moves what particles carry as they move: by the fluxes of the particles, read on the sums of the
  /// passengers instead.
  ///
  /// Nothing comes from below the first cell that carries any. The monomer carries none.
  ///
  /// - Parameters:
  ///   - start: the slot of cell 2.
  ///   - first: the first cell that carries any.
  ///   - rates: how fast particles pass; or what that changes by, with the wind of `wind`.
  func carry(
    to change: inout MutableSpan<Double>, state: Span<Double>, start: Int, from first: Int,
    at rates: EdgeRates, wind: EdgeRates
  ) -> Carried {
    let shift = start - 2
    var carried = Carried()
    guard first <= cells.count else { return carried }
    let (up, down) = (rates.up.span, rates.down.span)
    let exact = min(firstWeighted, cells.count)
    var below = 0.0
    for edge in (first - 1)..<max(first - 1, exact) {
      let falling = down[edge] * state[shift + edge + 1]
      guard edge >= first else {
        carried.returned += falling
        below = -falling
        continue
      }
      let flux = up[edge] * state[shift + edge] - falling
      change[shift + edge] += below - flux
      below = flux
    }
    for edge in max(first - 1, exact)..<max(first - 1, exact, cells.count) {
      let flow = weightedFlow(over: edge, from: first, isUpward: wind.isUpward(edge))
      let near = amounts(around: edge, state, shift)
      let flux = (flow.flux(up: up[edge], down: down[edge]) * near).sum()
      if flow.passes {
        if edge >= first { change[shift + edge] += below - flux }
        below = flux
      } else {
        if edge >= first { change[shift + edge] += below }
        carried.returned -= flux
        below = flux
      }
    }
    let top = cells.count
    if isOpen { carried.leaving = up[top] * state[shift + top] / cells.width(top) }
    change[shift + top] += below - carried.leaving
    return carried
  }

  /// Writes the derivatives of that to the passengers, and what each cell loses at an open top.
  func differentiate(
    carrying riders: inout Riders, from first: Int, at rates: EdgeRates
  ) {
    var band = [[Double]]()
    swap(&band, &riders.band)
    defer { swap(&band, &riders.band) }
    for place in band.indices { band[place].clear() }
    riders.losses.clear()
    guard first <= cells.count else { return }
    let middle = band.count / 2
    for edge in (first - 1)..<cells.count {
      guard edge >= firstWeighted else {
        let (up, down) = (rates.up[edge], rates.down[edge])
        band[middle][edge - 1] -= down
        guard edge >= first else { continue }
        band[middle][edge - 2] -= up
        band[middle + 1][edge - 2] += down
        band[middle - 1][edge - 1] += up
        continue
      }
      let flow = weightedFlow(over: edge, from: first, isUpward: rates.isUpward(edge))
      let flux = flow.flux(up: rates.up[edge], down: rates.down[edge])
      for place in 0..<6 {
        let column = edge + place - 4
        guard column >= 0, column < riders.losses.count, flux[place] != 0 else { continue }
        if edge >= first, flow.passes { band[middle + place - 2][edge - 2] -= flux[place] }
        band[middle + place - 3][edge - 1] += flux[place]
      }
    }
    guard isOpen else { return }
    let top = cells.count
    riders.losses[top - 2] = rates.up[top] / cells.width(top)
    band[middle][top - 2] -= riders.losses[top - 2]
  }

  /// The density at an edge and half its rise, as weights of what is in the cells around.
  private struct Flow {
    let density: SIMD8<Double>
    let half: SIMD8<Double>
    /// Whether particles pass; where not, what shrinks dissolves.
    let passes: Bool

    func flux(up: Double, down: Double) -> SIMD8<Double> {
      (passes ? up * (density - half) : .zero) - down * (density + half)
    }
  }

  private func weightedFlow(over edge: Int, from first: Int, isUpward: Bool) -> Flow {
    Flow(
      density: isUpward ? weights.fromBelow[edge] : weights.fromAbove[edge],
      half: 0.5 * weights.rise[edge], passes: edge >= max(first, floor))
  }
}
