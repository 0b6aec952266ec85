import Kinetics

/// The ladder on amounts: what every flux between neighbouring sizes moves.
///
///     J_n = a(n) c_1 y_n - b(n+1) y_(n+1)      dy_n/dt = J_(n-1) - J_n
enum LadderFlux {
  /// Adds the ladder's rates (mol/s) and gives what the solute gains and what leaves at an open top.
  ///
  /// - Parameter solute: amount of monomer, mol.
  static func add(
    to rates: inout MutableSpan<Double>, state: Span<Double>, first: Int, solute: Double,
    volume: Double, attachment: Span<Double>, detachment: Span<Double>, isOpen: Bool
  ) -> (solute: Double, leaving: Double) {
    let concentration = solute / volume
    let largest = state.count - first + 1
    var below = attachment[1] * concentration * solute - detachment[2] * state[first]
    var uptake = 2 * below
    var slot = first
    for n in 2..<largest {
      let flux =
        attachment[n] * concentration * state[slot] - detachment[n + 1] * state[slot + 1]
      rates[slot] += below - flux
      uptake += flux
      below = flux
      slot += 1
    }
    let leaving = isOpen ? attachment[largest] * concentration * state[slot] : 0
    rates[slot] += below - leaving
    return (-(uptake + leaving), leaving)
  }
}
