import Kinetics
import Synthesis

extension GridBalance {
  /// What the crystals carry of a dopant.
  ///
  ///     ⟨m⟩ = Σ M/N,   var m = Σ [m(m-1)]/N + ⟨m⟩ - ⟨m⟩²
  ///
  /// - Parameter number: of crystals, 1/m³.
  func moments(
    of carried: Passengers, _ state: Span<Double>, volume: Double, _ number: Double
  ) -> DopantMoments {
    var result = DopantMoments()
    let width = layout.width(ofStateOf: state.count)
    let start = layout.passengers(of: carried.place, inStateOf: state.count)
    func sum(_ array: Int, from index: Int) -> Double {
      var sum = CompensatedSum()
      for place in index..<max(index, width) {
        let slot = array == 0 ? layout.cornerCount : start + (array - 1) * width
        sum += state[slot + place]
      }
      return sum.value
    }
    let all = carried.sums.counted.reduce(0) { $0 + sum($1, from: 0) }
    result.carried = all / volume
    result.defect = (state[carried.feed] + state[carried.balance] + all) / carried.scale
    let floor = floorCell - 2
    let crystals = sum(0, from: floor)
    guard number > 0, crystals > 1e-30 * scale else { return result }
    let pools = carried.sums.counted.map { sum($0, from: floor) }
    let held = pools.reduce(0, +)
    let mean = held / crystals
    var pairs = 0.0
    for (place, moment) in carried.sums.moments.enumerated() {
      switch moment {
      case .holders: result.without = 1 - sum(place + 1, from: floor) / crystals
      case .pool: break
      case .pairs(let one, let other):
        pairs += (one == other ? 1 : 2) * sum(place + 1, from: floor)
      }
    }
    result.mean = mean
    result.variance = pairs / crystals + mean - mean * mean
    if held > 0 { result.onSurface = pools.count > 1 ? pools[0] / held : 0 }
    return result
  }
}
