import Optimizers
import RealModule

/// What the data say of each parameter, and what they do not, from the derivatives at a fit.
///
/// Lists parameters that no datum depends on; directions along which nothing changes, as the combination
/// that is fixed; pairs that are tied; parameters whose error exceeds the range they may have; those that
/// are known weakly; and those at a bound. Local: what holds far from the fit, a profile likelihood tells.
///
/// A parameter is known weakly where its standard error exceeds `weakError` on a logarithmic scale, or
/// `weakShare` of its value on a linear one, and still fits between its bounds.
public struct Identifiability: Sendable {
  /// The length of a column, relative to the largest, below which a parameter is dead.
  public static let deadShare = 1e-6
  /// What all residuals together change over the whole range of a parameter, in standard deviations, below
  /// which it is dead, too: derivatives of runs have the noise of the integrator.
  public static let deadReach = 0.1
  /// The singular value of columns of unit length, relative to the largest, below which a direction is
  /// flat.
  public static let flatShare = 1e-3
  /// The correlation above which two parameters are tied.
  public static let tie = 0.95
  /// The standard error of ln v above which v is known weakly: a factor of two, up or down.
  public static let weakError = Double.log(2)
  /// The standard error over the size of the value above which a value on a linear scale is known weakly:
  /// zero lies within twice the error.
  public static let weakShare = 0.5

  public let verdicts: [Verdict]

  public init(
    _ sensitivity: Sensitivity, covariance: ParameterCovariance
  ) throws(InferenceError) {
    let parameters = sensitivity.parameters
    let norms = sensitivity.norms
    let largest = norms.max() ?? 0
    let dead = parameters.indices.filter { place in
      let range = parameters[place].scaledUpper - parameters[place].scaledLower
      return norms[place] <= Self.deadShare * largest || norms[place] * range < Self.deadReach
    }
    let alive = parameters.indices.filter { !dead.contains($0) }
    let factors = try SingularValues.unitColumns(
      of: sensitivity.data.columns(alive), norms: alive.map { norms[$0] })
    var flat = [FlatDirection]()
    for place in factors.values.indices
    where factors.values[place] < Self.flatShare * (factors.values.first ?? 0) {
      let weights = alive.indices.map { factors.directions[$0, place] / norms[alive[$0]] }
      flat.append(FlatDirection(alive, weights, sensitivity))
    }
    var verdicts = dead.map { Verdict.dead($0, parameters[$0]) }
    verdicts += flat.map(Verdict.flat)
    let inFlat = flat.map { Set($0.parameters) }
    for one in parameters.indices {
      for other in parameters.indices where other > one {
        guard let correlation = covariance.correlation(one, other), abs(correlation) > Self.tie,
          !inFlat.contains(where: { $0.contains(one) && $0.contains(other) })
        else { continue }
        verdicts.append(.tied(one, other, correlation, parameters))
      }
    }
    for (place, parameter) in parameters.enumerated() where !dead.contains(place) {
      guard let error = covariance.scaledError(place) else { continue }
      let range = parameter.scaledUpper - parameter.scaledLower
      let value = sensitivity.values[place]
      if range.isFinite, error > range {
        verdicts.append(
          .notPinned(place, parameter, error: covariance.standardError(place) ?? error))
      } else if Self.isWeak(parameter, value: value, scaledError: error) {
        verdicts.append(.weak(place, parameter, value: value, scaledError: error))
      }
    }
    verdicts += sensitivity.atLower.filter { !dead.contains($0) }
      .map { .atBound($0, parameters[$0], isLower: true) }
    verdicts += sensitivity.atUpper.filter { !dead.contains($0) }
      .map { .atBound($0, parameters[$0], isLower: false) }
    self.verdicts = verdicts
  }

  private static func isWeak(
    _ parameter: FitParameter, value: Double, scaledError: Double
  ) -> Bool {
    switch parameter.scale {
    case .logarithmic: scaledError > weakError
    case .linear: scaledError * parameter.slope(atValue: value) > weakShare * abs(value)
    }
  }

  /// Parameters that no verdict names: the data fix them.
  public func identifiable(among count: Int) -> [Int] {
    let named = Set(verdicts.flatMap(\.parameters))
    return (0..<count).filter { !named.contains($0) }
  }
}
