import Kinetics

extension Solution {
  private var fedSolute: Double { feed.reduce(0) { $1.slot == monomer ? $0 + $1.rate : $0 } }

  /// What reactions make of the species that particles are built from, net, and what flows in of it,
  /// mol/s.
  func supply(_ state: Span<Double>, volume: Double, temperature: Double) -> Double {
    var rates = [Double](repeating: 0, count: layout.cornerCount)
    var span = rates.mutableSpan
    _ = react(&span, state: state, volume: volume, temperature: temperature)
    return rates[monomer] + fedSolute
  }

  /// The share of all units that left the precursors: the species other than the solute that can
  /// become it.
  ///
  ///     1 - Σ_(i ≠ solute) u_i X_i/total
  ///
  /// The total is what was put in so far, units that are lost included, or what there is where a held
  /// species brought more. Of a continuous tank it is what is in it.
  ///
  /// - Parameter supplied: units that were put in so far, mol.
  func conversion(_ state: Span<Double>, supplied: Double) -> Double {
    let present = supplied - state[layout.lost]
    let total = outflow > 0 ? present : max(present, supplied)
    guard total > 0 else { return 0 }
    let unconverted = network.species.indices.reduce(0) { sum, slot in
      slot == monomer ? sum : sum + network.species[slot].units * state[slot]
    }
    return 1 - unconverted / total
  }
}
