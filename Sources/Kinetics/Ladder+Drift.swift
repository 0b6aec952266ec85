extension Ladder {
  /// How fast particles gain units on average, 1/s, where growth is taken as smooth: the size of a
  /// particle need not be whole, and its step is centred on it.
  ///
  ///     dn/dt = a(n) N_A [c - c_inf exp((E(n + 1/2) - E(n - 1/2))/kT)]
  ///
  /// In the limit of large n this is the growth law of the field, dr/dt = v_m × net flux per area with
  /// Gibbs-Thomson solubility: T. Sugimoto, *Adv. Colloid Interface Sci.* **28**, 65 (1987),
  /// doi:10.1016/0001-8686(87)80009-X.
  @inlinable
  public func drift<Value: TabulatedScalar>(
    of units: [Value], in medium: Medium<Value>
  ) -> [Value] {
    let steps = centredSteps(of: units, in: medium)
    let particles = units.map { Particle(units: $0, volumePerUnit: volumePerUnit) }
    let swept = attachments(of: particles, taking: steps, in: medium)
    return units.indices.map { index in
      swept[index] * PhysicalConstants.avogadro * (medium.solute - steps[index].equilibrium)
    }
  }
}
