import RealModule

/// A distribution of radii in closed form, over which anything can be averaged.
///
/// Weights are those of number. Radii in m.
public enum SizeSpread: Sendable, Hashable {
  /// f ∝ r^z exp(-(z+1) r/R), with mean R and relative standard deviation p = 1/√(z+1).
  case schulz(mean: Double, dispersion: Double)
  /// ln r is normal around the logarithm of the **median**, with standard deviation `width`.
  case lognormal(median: Double, width: Double)
  /// Normal with a mean and a relative standard deviation, cut at zero.
  case gaussian(mean: Double, dispersion: Double)

  /// ⟨g⟩ over the number of particles, to 1e-9 of ⟨|g|⟩.
  public func mean(of quantity: (Double) -> Double) -> Double {
    let total = AdaptiveQuadrature.integral(over: range, within: 1e-10) { density($0) }
    let sum = AdaptiveQuadrature.integral(over: range, within: 1e-10, parts: 16) {
      density($0) * quantity($0)
    }
    return sum / total
  }

  /// The share of the particles between two radii, m.
  public func share(between lower: Double, and upper: Double) -> Double {
    let inside =
      max(lower, range.lowerBound)...max(max(lower, range.lowerBound), min(upper, range.upperBound))
    guard inside.upperBound > inside.lowerBound else { return 0 }
    let total = AdaptiveQuadrature.integral(over: range, within: 1e-10) { density($0) }
    return AdaptiveQuadrature.integral(over: inside, within: 1e-10, parts: 2) { density($0) }
      / total
  }

  /// The intensity (1/m) of so many particles (1/m³), dilute.
  public func intensity(_ form: any FormFactor, number: Double, at q: Double) -> Double {
    let form = form.prepared(upTo: q * range.upperBound)
    return number * mean { form.scattering(ofRadius: $0, at: q).intensity }
  }

  /// The same for each of these wavenumbers, as from a volume fraction of spheres of these radii.
  public func intensities(
    _ form: any FormFactor, volumeFraction: Double, at q: [Double]
  ) -> [Double] {
    let number = volumeFraction / mean(of: SphereAmplitude.volume)
    let form = form.prepared(upTo: (q.max() ?? 0) * range.upperBound)
    return q.map { q in number * mean { form.scattering(ofRadius: $0, at: q).intensity } }
  }

  /// Where the sixth moment, which forward scattering weighs by, has all but 1e-16 of its weight.
  private var range: ClosedRange<Double> {
    switch self {
    case .schulz(let mean, let dispersion):
      let variance = dispersion * dispersion
      let shifted = mean * (1 + 6 * variance)
      let reach = 9.5 * mean * (variance * (1 + 6 * variance)).squareRoot() + 40 * mean * variance
      return max(0, mean - 9.5 * dispersion * mean)...(shifted + reach)
    case .lognormal(let median, let width):
      return (median * .exp(-9 * width))...(median * .exp(6 * width * width + 9 * width))
    case .gaussian(let mean, let dispersion):
      let reach = 9.5 * mean * dispersion
      return max(0, mean - reach)...(mean * (1 + 6 * dispersion * dispersion) + reach)
    }
  }

  /// Relative to the largest, so that no power of it overflows.
  private func density(_ radius: Double) -> Double {
    switch self {
    case .schulz(let mean, let dispersion):
      let z = 1 / (dispersion * dispersion) - 1
      guard radius > 0 else { return z > 0 ? 0 : 1 }
      let relative = radius / mean
      return .exp(z * .log(relative) - (z + 1) * (relative - 1))
    case .lognormal(let median, let width):
      guard radius > 0 else { return 0 }
      let place = Double.log(radius / median) / width
      return .exp(-0.5 * place * place) * median / radius
    case .gaussian(let mean, let dispersion):
      let place = (radius / mean - 1) / dispersion
      return .exp(-0.5 * place * place)
    }
  }
}
