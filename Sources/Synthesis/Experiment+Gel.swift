import Kinetics

extension Experiment {
  /// When a finite part of the seeds has become one particle, s; nil where that is not known beforehand.
  ///
  ///     t_gel = 1/(k Σ n² c_n)   for K = k n m
  ///
  /// J. B. McLeod, *Quart. J. Math.* **13**, 119 (1962). What nucleates or grows besides makes it sooner, so
  /// this is the latest time, unless the flask is diluted or its temperature changes.
  public var latestGelTime: Double? {
    guard let coalescence, coalescence.law.gels, recipe.injections.isEmpty,
      recipe.flowThrough == nil, recipe.heat == nil, recipe.program.isConstant
    else { return nil }
    let medium = Medium(temperature: recipe.program.temperature(at: 0, within: 0...0))
    let volume = ladder.volumePerUnit
    func kernel(_ one: Double, _ other: Double) -> Double {
      coalescence.law.kernel(
        Particle(units: one, volumePerUnit: volume), Particle(units: other, volumePerUnit: volume),
        in: medium)
    }
    let constant = kernel(1, 1)
    guard constant > 0, abs(kernel(8, 27) - 216 * constant) < 1e-9 * 216 * constant else {
      return nil
    }
    var squares = 0.0
    for seed in seeds {
      let sizes = seed.sizes(on: ladder)
      for (place, share) in sizes.counts.enumerated() {
        let units = Double(sizes.first + place)
        if units >= Double(coalescence.smallest) { squares += units * units * share * seed.number }
      }
    }
    return squares > 0 ? 1 / (constant * squares) : nil
  }
}
