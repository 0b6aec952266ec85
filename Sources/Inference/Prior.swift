import RealModule

/// What is known of a parameter before the data.
///
/// A fit adds z² to chi-square. A sampler takes the density over the scaled parameter, of which -z²/2 is
/// a part; without a prior that density is uniform between the bounds.
public enum Prior: Sendable, Hashable {
  case none
  /// z = (v - mean) / sd.
  case normal(mean: Double, sd: Double)
  /// z = ln(v / median) / sd, with the standard deviation of ln v.
  case lognormal(median: Double, sd: Double)

  /// z at a value; nil without a prior.
  func residual(_ value: Double) -> Double? {
    switch self {
    case .none: nil
    case .normal(let mean, let sd): (value - mean) / sd
    case .lognormal(let median, let sd): Double.log(value / median) / sd
    }
  }

  /// dz/dv.
  func slope(_ value: Double) -> Double {
    switch self {
    case .none: 0
    case .normal(_, let sd): 1 / sd
    case .lognormal(_, let sd): 1 / (value * sd)
    }
  }

  /// What turns -z²/2 into the logarithm of a density over the scaled parameter, but for a constant.
  func volume(_ value: Double, _ scale: ParameterScale) -> Double {
    switch (self, scale) {
    case (.normal, .logarithmic): Double.log(value)
    case (.lognormal, .linear): -Double.log(value)
    default: 0
    }
  }

  var spread: Double {
    switch self {
    case .none: 1
    case .normal(_, let sd), .lognormal(_, let sd): sd
    }
  }
}
