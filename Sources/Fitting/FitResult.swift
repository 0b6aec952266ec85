public import Inference
import RealModule

/// What a fit found, and how far it can be trusted.
public struct FitResult: Sendable {
  public let parameters: [FitParameter]
  public let best: Fit
  /// Scales and backgrounds that were found beside the parameters.
  public let termCount: Int
  public let covariance: ParameterCovariance
  public let verdicts: [Verdict]
  public let waterfall: Waterfall
  /// Of each parameter, where they were asked for.
  public let profiles: [Profile]
  public let posterior: Posterior?
  public let series: [SeriesFit]
  /// By how many standard deviations the data together move when runs are ten times as exact; nil where
  /// they are realizations.
  public let numericalShift: Double?
  /// What it predicts of the crystals.
  public let bands: PredictiveBands
  /// Why derivatives were differences of whole runs; nil where they were sensitivities.
  public let differences: String?
  /// s.
  public let wallTime: Double

  public var pointCount: Int { best.residualCount }

  /// Parameters, scales and backgrounds.
  public var unknownCount: Int { best.freeCount + termCount }

  /// χ²/(N - p), where scales and backgrounds count among the p.
  public var reducedChiSquare: Double? {
    pointCount > unknownCount ? best.chiSquare / Double(pointCount - unknownCount) : nil
  }

  /// χ² + 2p and χ² + p ln N, of errors that are known.
  public var criteria: InformationCriteria {
    InformationCriteria(
      chiSquare: best.chiSquare, residualCount: pointCount, parameterCount: unknownCount)
  }

  /// What the tolerance of the runs does to the fit, where that is more than the data's own errors do.
  public var numericalWarning: String? {
    guard let numericalShift, numericalShift > 1 else { return nil }
    let shift = (numericalShift * 10).rounded() / 10
    return
      "runs are not exact enough for these data: ten times tighter run.tolerances move the model by \(shift) "
      + "standard deviations in all, and values may be off by as many of their standard errors"
  }

  public var isAtBound: Bool { verdicts.contains { $0.kind == .atBound } }
}
