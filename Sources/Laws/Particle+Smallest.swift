import Kinetics

extension Particle {
  /// The particle whose energy counts where an energy acts from a size on: this one from there on,
  /// and below nearly always the same one, so that small clusters neither gain nor lose by it.
  ///
  ///     n → n for n ≥ s,  n → s - δ tanh[(s - n)/δ] with δ = s/10 below
  ///
  /// The join is smooth up to the second derivative.
  func acting(from smallest: Value) -> Particle {
    guard units.value < smallest.value else { return self }
    let width = 0.1 * smallest
    let acting = smallest - width * Value.tanh((smallest - units) / width)
    return Particle(
      units: acting, capturingAt: radius * Value.root(acting / units, 3),
      volumePerUnit: volumePerUnit)
  }
}
