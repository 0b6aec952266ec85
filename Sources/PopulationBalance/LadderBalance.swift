import Kinetics
import Sundials
import Synthesis

/// The mean of the kinetics on the exact ladder, during a stretch of time without abrupt changes.
///
///     dX_i/dt = V Σ_j ν_ij w_j + feed          species
///     dX_1/dt = ... - 2 J_1 - Σ_(n≥2) J_n       solute
///     dy_n/dt = J_(n-1) - J_n + feed            clusters of n units
struct LadderBalance: Sendable {
  let network: ReactionNetwork
  let chemistry: Chemistry
  let recipe: Recipe
  let layout: StateLayout
  let grid: ExactGrid
  let tolerances: Tolerances
  /// All units that there are or will be, mol: the scale of the tolerances.
  let scale: Double
  var tables: LadderTables
  var stretch: ClosedRange<Double> = 0...0
  /// What flows in during the stretch, slot by slot, mol/s.
  var feed: [(slot: Int, rate: Double)] = []
  /// What flows in, m³/s.
  var inflow = 0.0
  /// The part of it that has a temperature of its own, and that temperature, K.
  var temperedInflow = 0.0
  var inflowTemperature = 0.0

  /// Whether clusters leave a state at its top.
  func isOpen(_ largest: Int) -> Bool { grid.top == .open && largest == grid.largest }

  func volume(at time: Double) -> Double { recipe.volume(at: time, within: stretch) }

  func temperature(at time: Double, state: Span<Double>) -> Double {
    layout.hasTemperature ? state[layout.temperature] : setPoint(at: time)
  }

  func setPoint(at time: Double) -> Double {
    recipe.program.temperature(at: time, within: stretch)
  }
}

extension LadderBalance: StiffProblem {
  mutating func evaluate(
    _ rates: inout MutableSpan<Double>, at time: Double, state: Span<Double>
  ) {
    let volume = volume(at: time)
    let temperature = temperature(at: time, state: state)
    tables.refresh(in: Medium(temperature: temperature))
    for slot in state.indices { rates[slot] = 0 }
    let heat = chemistry.add(
      to: &rates, lostSlot: layout.lost, state: state, volume: volume, temperature: temperature)
    let ladder = LadderFlux.add(
      to: &rates, state: state, first: layout.cornerCount, solute: state[network.solute],
      volume: volume, attachment: tables.attachment.span, detachment: tables.detachment.span,
      isOpen: isOpen(layout.largest(in: state.count)))
    rates[network.solute] += ladder.solute
    rates[layout.lost] += Double(layout.largest(in: state.count) + 1) * ladder.leaving
    for (slot, rate) in feed { rates[slot] += rate }
    hold(&rates, state: state, volume: volume)
    guard layout.hasTemperature, let balance = recipe.heat else { return }
    rates[layout.temperature] =
      (balance.transfer * (setPoint(at: time) - temperature) + heat
        + balance.crystallisationEnthalpy * ladder.solute) / (balance.capacity * volume)
      + temperedInflow * (inflowTemperature - temperature) / volume
  }

  /// Keeps held species at their concentration, and books what that takes from outside.
  private func hold(_ rates: inout MutableSpan<Double>, state: Span<Double>, volume: Double) {
    for (slot, species) in network.species.enumerated() where species.isHeld {
      let kept = inflow * state[slot] / volume
      rates[layout.lost] += species.units * (rates[slot] - kept)
      rates[slot] = kept
    }
  }

  func weigh(_ weights: inout MutableSpan<Double>, state: Span<Double>) {
    let relative = tolerances.relative
    let absolute = tolerances.absolute * scale
    for slot in 0..<layout.cornerCount {
      weights[slot] = 1 / (relative * abs(state[slot]) + absolute)
    }
    if layout.hasTemperature {
      weights[layout.temperature] = 1 / (relative * state[layout.temperature])
    }
    var units = 2.0
    for slot in layout.cornerCount..<state.count {
      // The tolerance is on units: 1/(r|y| + a/n) = n/(r|y| n + a).
      weights[slot] = units / (relative * abs(state[slot]) * units + absolute)
      units += 1
    }
  }
}
