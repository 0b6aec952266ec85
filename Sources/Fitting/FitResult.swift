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

  public var isAtBound: Bool { verdicts.contains { $0.kind == .atBound } }
}
