import Kinetics

extension Coagulation {
  /// Joins what two particles carry that become one.
  ///
  ///     pools       (s_i + s_j)               pairs   s_i k_i + s_j k_j + s_i k_j + k_i s_j
  ///     any at all  1 - (1 - h_i)(1 - h_j)
  ///
  /// Whatever cells share what two particles make share their passengers in proportion to number.
  func carry(
    _ passengers: [Passengers], to rates: inout MutableSpan<Double>, state: Span<Double>,
    layout: StateLayout, volume: Double
  ) {
    let width = layout.width(ofStateOf: state.count)
    for carried in passengers {
      let start = layout.passengers(of: carried.place, inStateOf: state.count)
      for (array, moment) in carried.sums.moments.enumerated() {
        join(
          moment, at: start + array * width, pools: start, width: width, to: &rates, state: state,
          layout: layout, volume: volume)
      }
    }
  }

  private func join(
    _ moment: PassengerSums.Moment, at start: Int, pools: Int, width: Int,
    to rates: inout MutableSpan<Double>, state: Span<Double>, layout: StateLayout, volume: Double
  ) {
    let particles = layout.cluster(first)
    let own = start + first - 2
    let lift = start - 2
    let (one, other) =
      if case .pairs(let one, let other) = moment {
        (pools + (one - 1) * width + first - 2, pools + (other - 1) * width + first - 2)
      } else { (own, own) }
    var front = count
    while front > 0, state[particles + front - 1] == 0 { front -= 1 }
    var pair = 0
    for row in 0..<front {
      for column in 0...row {
        let rate = (column == row ? 0.5 : 1) * kernel[row * count + column] / volume
        let fromRow = rate * state[own + row] * state[particles + column]
        let fromColumn = rate * state[own + column] * state[particles + row]
        var gained = fromRow + fromColumn
        switch moment {
        case .pool: break
        case .holders: gained -= rate * state[own + row] * state[own + column]
        case .pairs:
          gained +=
            rate
            * (state[one + row] * state[other + column] + state[other + row] * state[one + column])
        }
        let target = lift + Int(targets[pair])
        let upper = min(1, uppers[pair]) * gained
        rates[target] += gained - upper
        rates[target + 1] += upper
        rates[own + row] -= fromRow
        rates[own + column] -= fromColumn
        pair += 1
      }
    }
  }
}
