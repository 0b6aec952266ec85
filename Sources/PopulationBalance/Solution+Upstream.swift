import Kinetics

extension Solution {
  /// Adds what is dissolved in the tank before and flows from there, mol/s.
  ///
  ///     dX_i/dt = ... + X_i'/τ
  ///
  /// Its units count as lost with a negative sign: the integrator keeps the sum of what is there and what
  /// is lost, and with it the balance of matter, to round-off. Ligands come as they are, bound and free;
  /// what they are bound to is covered from then on as all surface is.
  mutating func flowIn(_ rates: inout MutableSpan<Double>, _ arriving: [Double]) {
    for (slot, species) in network.species.enumerated() {
      let entering = outflow * arriving[slot]
      rates[slot] += entering
      rates[layout.lost] -= species.units * entering
    }
    if layout.hasTemperature { inletTemperature = arriving[layout.temperature] }
  }
}
