import RealModule

/// The line of a single dot around its energy, with unit area.
public enum LineShape: String, Sendable, CaseIterable {
  case gaussian
  case lorentzian

  /// Full width at half maximum over standard deviation of a Gaussian.
  static let widthOverDeviation = (8 * Double.log(2)).squareRoot()

  /// At a distance from the middle, with a full width at half maximum.
  func value(_ distance: Double, width: Double) -> Double {
    switch self {
    case .gaussian:
      let sigma = width / Self.widthOverDeviation
      let place = distance / sigma
      return .exp(-0.5 * place * place) / (sigma * (2 * .pi).squareRoot())
    case .lorentzian:
      let half = 0.5 * width
      return half / (.pi * (distance * distance + half * half))
    }
  }

  /// The full width of an ensemble whose dots have normally distributed energies.
  ///
  /// Of a Lorentzian line it is Voigt's, to 0.02 %: J. J. Olivero, R. L. Longbothum, *J. Quant.
  /// Spectrosc. Radiat. Transf.* **17**, 233 (1977), doi:10.1016/0022-4073(77)90161-3.
  public func width(single: Double, inhomogeneous: Double) -> Double {
    let squares = inhomogeneous * inhomogeneous
    return switch self {
    case .gaussian: (single * single + squares).squareRoot()
    case .lorentzian: 0.5346 * single + (0.2166 * single * single + squares).squareRoot()
    }
  }

  /// The inhomogeneous full width of dots with a slope dE/dd and a standard deviation of diameter.
  public static func inhomogeneousWidth(slope: Double, diameterSD: Double) -> Double {
    widthOverDeviation * abs(slope) * diameterSD
  }
}
