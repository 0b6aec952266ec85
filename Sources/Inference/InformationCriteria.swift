import RealModule

/// What a fit costs in parameters, to compare models of the same data; the lower the better.
///
/// With N data, p free parameters and Gaussian errors, up to a constant of the data:
///
///     errors known:          L = χ²
///     one unknown factor:    L = N ln(χ²/N)
///     AIC = L + 2p,   AICc = AIC + 2p(p + 1)/(N - p - 1),   BIC = L + p ln N
///
/// Under known errors σ must be right: χ²/(N - p) near 1 for the best model. The second is what lmfit
/// prints. Differences between models count, and none between the two forms.
///
/// H. Akaike, *IEEE Trans. Autom. Control* **19**, 716 (1974), doi:10.1109/TAC.1974.1100705; G. Schwarz,
/// *Ann. Stat.* **6**, 461 (1978), doi:10.1214/aos/1176344136.
public struct InformationCriteria: Sendable, Hashable, Codable {
  public enum Errors: String, Sendable, Hashable, Codable {
    case known
    case unknownFactor = "unknown-factor"
  }

  public let errors: Errors
  public let aic: Double
  public let bic: Double
  /// Nil where there are too few data for it.
  public let correctedAIC: Double?

  public init(
    chiSquare: Double, residualCount: Int, parameterCount: Int, errors: Errors = .known
  ) {
    let (count, parameters) = (Double(residualCount), Double(parameterCount))
    let fit = errors == .known ? chiSquare : count * Double.log(chiSquare / count)
    self.errors = errors
    aic = fit + 2 * parameters
    bic = fit + parameters * Double.log(count)
    let rest = count - parameters - 1
    correctedAIC = rest > 0 ? aic + 2 * parameters * (parameters + 1) / rest : nil
  }

  public init(_ fit: Fit, errors: Errors = .known) {
    self.init(
      chiSquare: fit.chiSquare, residualCount: fit.residualCount, parameterCount: fit.freeCount,
      errors: errors)
  }
}
