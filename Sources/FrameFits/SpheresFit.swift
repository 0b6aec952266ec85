import Inference
import Observation
import RealModule

/// What spheres after Schulz say of a frame, or what is left of it without any.
public struct SpheresFit: Sendable, Hashable, Codable {
  /// Particles are seen where the Bayesian criterion prefers the curve with them by at least this, with σ
  /// as given and with σ scaled.
  ///
  /// "Very strong" after R. E. Kass, A. E. Raftery, *J. Am. Stat. Assoc.* **90**, 773 (1995),
  /// doi:10.1080/01621459.1995.10476572.
  public static let leastEvidence = 10.0

  /// χ² for each degree of freedom beyond which a curve is said to fit badly: what model and errors
  /// explain comes within a few of one.
  static let largestMisfit = 5.0

  /// By how much the criterion prefers particles to a precursor and a background alone.
  public let evidence: Double
  /// Mean radius, m; nil, like the four below, where no particles are seen.
  public let radius: Estimate?
  /// Standard deviation over mean of the radii, by number.
  public let dispersion: Estimate?
  /// φ Δρ², 1/m⁴ on an absolute scale.
  public let scale: Estimate?
  /// φ, or φ Δρ² where the contrast is not known.
  public let volume: Estimate?
  /// 1/m³, or times Δρ² where the contrast is not known.
  public let number: Estimate?
  /// What the precursor adds at q = 0, in the unit of the intensity.
  public let cluster: Estimate?
  /// m.
  public let clusterRadius: Estimate?
  public let background: Estimate?
  public let chiSquare: Double
  public let reducedChiSquare: Double?
  public let hasConverged: Bool
  public let verdicts: [String]

  public var hasParticles: Bool { radius != nil }

  init(_ found: FoundCurve, options: FrameFitOptions) throws(InferenceError) {
    let evidence = found.evidence
    let hasParticles = evidence >= Self.leastEvidence
    let model = hasParticles ? found.model : found.bareModel
    let fit = hasParticles ? found.fit : found.bareFit
    let sensitivity = try Sensitivity(model, fit)
    let covariance = try ParameterCovariance(sensitivity, errorScale: options.errorScale)
    let read = CurveReading(model: model, fit: fit, covariance: covariance)
    self.evidence = evidence
    radius = read.estimate(.radius)?.times(nanometre)
    dispersion = read.estimate(.dispersion)
    scale = read.estimate(.scale)
    let contrast = options.contrast.map { 1 / ($0 * $0) } ?? 1
    volume = scale?.times(contrast)
    number = read.number?.times(contrast)
    cluster = read.estimate(.cluster)
    clusterRadius =
      read.estimate(.clusterRadius)?.times(nanometre)
      ?? cluster.map { _ in Estimate(model.fixedClusterRadius) }
    background = read.estimate(.background)
    chiSquare = fit.chiSquare
    reducedChiSquare = fit.reducedChiSquare
    hasConverged = fit.hasConverged
    var verdicts = hasParticles ? [] : [Self.nothing(found)]
    if let reduced = fit.reducedChiSquare, reduced > Self.largestMisfit {
      verdicts.append(
        "fits badly: chi-square is \(Int(reduced.rounded())) for each degree of freedom")
    }
    if !fit.hasConverged { verdicts.append("not converged: \(fit.outcome.reason)") }
    if hasParticles {
      let identifiability = try Identifiability(sensitivity, covariance: covariance)
      verdicts += read.verdicts(identifiability.verdicts)
    }
    self.verdicts = verdicts
  }

  private static func nothing(_ found: FoundCurve) -> String {
    let bare = found.bareModel
    let gyration =
      bare.value(.clusterRadius, found.bareFit.values)
      .map { $0 } ?? bare.fixedClusterRadius / nanometre
    return
      "no particles seen: a precursor of \((gyration * 100).rounded() / 100) nm radius of gyration "
      + "and the background describe the frame as well"
  }
}

/// Estimates from a fit and its covariance.
struct CurveReading {
  let model: CurveModel
  let fit: Fit
  let covariance: ParameterCovariance

  func estimate(_ role: CurveModel.Role) -> Estimate? {
    model.place(role).map { place in
      Estimate(fit.values[place], error: covariance.standardError(place))
    }
  }

  /// A/⟨V⟩, whose relative error follows from those of scale, radius and dispersion.
  var number: Estimate? {
    guard let scale = model.place(.scale), let radius = model.place(.radius),
      let dispersion = model.place(.dispersion), let spheres = model.spheres(fit.values)
    else { return nil }
    let p = fit.values[dispersion]
    let slopes = [
      (scale, 1 / fit.values[scale]), (radius, -3 / fit.values[radius]),
      (dispersion, -2 * p / (1 + p * p) - 4 * p / (1 + 2 * p * p)),
    ]
    let value = fit.values[scale] / spheres.meanVolume
    guard covariance.standardError(scale) != nil else { return Estimate(value) }
    var variance = 0.0
    for (one, slope) in slopes {
      for (other, otherSlope) in slopes {
        variance += slope * otherSlope * (covariance.covariance(one, other) ?? 0)
      }
    }
    return Estimate(value, error: value * variance.squareRoot())
  }

  /// In words, without those of a precursor that is not there, and of a background next to nothing.
  func verdicts(_ all: [Verdict]) -> [String] {
    let cluster = model.place(.cluster)
    let isAbsent = cluster.map { covariance.heldAtBound.contains($0) } ?? false
    let absent = isAbsent ? [cluster, model.place(.clusterRadius)].compactMap(\.self) : []
    let background = model.place(.background)
    return all.filter { verdict in
      !verdict.parameters.contains(where: absent.contains)
        && !(verdict.kind == .weak && verdict.parameters.contains { $0 == background })
    }
    .map(\.text)
  }
}
