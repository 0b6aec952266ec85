import Inference
import Observation

extension CurveModel {
  /// A model with the parts that a start has.
  init(
    _ curve: FrameCurve, start: CurveStart, radii: ClosedRange<Double>, options: FrameFitOptions
  ) {
    var parts = [(Role, FitParameter)]()
    let size = curve.size
    let name = { (role: Role) in role.rawValue }
    if let radius = start.radius, let dispersion = start.dispersion {
      let (low, high) = (radii.lowerBound / nanometre, radii.upperBound / nanometre)
      parts.append(
        (
          .radius,
          FitParameter(
            name(.radius), unit: "nm", start: min(max(radius / nanometre, low), high), lower: low,
            upper: high, scale: .logarithmic)
        ))
      let dispersions = FrameFitOptions.dispersions
      parts.append(
        (
          .dispersion,
          FitParameter(
            name(.dispersion), start: min(max(dispersion, 0.01), 0.55),
            lower: dispersions.lowerBound, upper: dispersions.upperBound)
        ))
      let least = 1e-3 * size / Self.forward(radius, dispersion)
      parts.append(
        (.scale, FitParameter(name(.scale), start: max(start.scale, least), lower: 0)))
    }
    var fixed = 0.0
    if let gyration = start.clusterRadius {
      parts.append(
        (.cluster, FitParameter(name(.cluster), start: max(start.cluster, 1e-3 * size), lower: 0)))
      if case .fixed = options.cluster {
        fixed = gyration
      } else {
        parts.append(
          (
            .clusterRadius,
            FitParameter(
              name(.clusterRadius), unit: "nm", start: gyration / nanometre,
              lower: FrameFitOptions.leastCluster / nanometre,
              upper: FrameFitOptions.largestCluster / nanometre,
              scale: .logarithmic)
          ))
      }
    }
    if options.background == .constant {
      // A background of zero would leave the search without a measure of it.
      let least = 1e-4 * size
      let given = abs(start.background) < least ? least : start.background
      parts.append((.background, FitParameter(name(.background), start: given)))
    }
    self.init(
      curve: curve, parameters: parts.map(\.1), roles: parts.map(\.0), fixedClusterRadius: fixed)
  }

  private static func forward(_ radius: Double, _ dispersion: Double) -> Double {
    SchulzSpheres(mean: radius, dispersion: dispersion).intensity(at: 0)
  }

  /// The shapes and amplitudes at a fit, to start another from.
  func start(at values: [Double]) -> CurveStart {
    var start = CurveStart()
    start.radius = value(.radius, values).map { $0 * nanometre }
    start.dispersion = value(.dispersion, values)
    if place(.cluster) != nil {
      start.clusterRadius =
        value(.clusterRadius, values).map { $0 * nanometre } ?? fixedClusterRadius
    }
    return start
  }
}
