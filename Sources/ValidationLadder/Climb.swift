import Kinetics

/// The dose of solute, ∫ c dt, in which a cluster climbs from one size to another when it only gains units.
///
///     ∫ c dt = Σ 1/a(n),  first ≤ n < last
///
/// Unit by unit, and for any law, what r + V_m k ∫ c dt is for surface-limited and √(r² + 2 V_m D ∫ c dt)
/// for diffusion-limited attachment. Detachment slows clusters down; the noise of single units makes a few
/// faster, by some √n.
struct Climb {
  /// Units.
  let first: Int
  let last: Int

  /// mol s/m³, at a temperature in K.
  func dose(on ladder: Ladder, at temperature: Double) -> Double {
    var tables = LadderTables(ladder)
    tables.grow(to: last)
    tables.refresh(in: Medium(temperature: temperature))
    return (first..<last).reduce(0) { $0 + 1 / tables.attachment[$1] }
  }
}
