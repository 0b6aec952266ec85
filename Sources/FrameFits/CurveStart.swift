import Inference
import Observation
import Optimizers
import RealModule

/// Where a search starts: shapes, with the amplitudes that suit them best.
struct CurveStart: Sendable {
  var radius: Double?
  var dispersion: Double?
  var clusterRadius: Double?
  var scale = 0.0
  var cluster = 0.0
  var background = 0.0
  var chiSquare = Double.infinity

  /// Amplitudes follow from shapes by non-negative least squares.
  mutating func settle(on curve: FrameCurve, background hasBackground: Bool) throws(InferenceError)
  {
    try settle(on: curve, spheres: spheres(on: curve), background: hasBackground)
  }

  /// What spheres of the shape scatter, over σ.
  private func spheres(on curve: FrameCurve) -> [Double]? {
    guard let radius, let dispersion else { return nil }
    let spheres = SchulzSpheres(mean: radius, dispersion: dispersion)
    return curve.weighted { spheres.intensity(at: $0) }
  }

  private mutating func settle(
    on curve: FrameCurve, spheres: [Double]?, background hasBackground: Bool
  ) throws(InferenceError) {
    var columns = [spheres].compactMap(\.self)
    if let clusterRadius { columns.append(curve.weighted { guinier($0, clusterRadius) }) }
    if hasBackground {
      columns.append(curve.weighted { _ in 1 })
      columns.append(curve.weighted { _ in -1 })
    }
    guard !columns.isEmpty else {
      chiSquare = curve.weighted.reduce(0) { $0 + $1 * $1 }
      return
    }
    // Columns of unit length, whatever the intensities are measured in.
    let norms = columns.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let unit = zip(columns, norms).map { column, norm in column.map { $0 / norm } }
    let answer = try NonNegativeLeastSquares(DenseMatrix(columns: unit), curve.weighted)
    var amplitudes = zip(answer.solution, norms).map { $0 / $1 }[...]
    if radius != nil { scale = amplitudes.popFirst() ?? 0 }
    if clusterRadius != nil { cluster = amplitudes.popFirst() ?? 0 }
    if hasBackground { background = (amplitudes.first ?? 0) - (amplitudes.last ?? 0) }
    chiSquare = answer.objective
  }

  /// The best shapes of a coarse grid, one for each dispersion in it.
  ///
  /// Radii are as far apart as distributions of that dispersion are wide: between them no curve hides.
  static func scan(
    _ curve: FrameCurve, radii: ClosedRange<Double>, options: FrameFitOptions
  ) throws(InferenceError) -> [CurveStart] {
    var found = [CurveStart]()
    for dispersion in [0.03, 0.1, 0.2, 0.4] {
      var best = CurveStart()
      for radius in logarithmic(radii, step: 1.5 * dispersion) {
        var start = CurveStart()
        (start.radius, start.dispersion) = (radius, dispersion)
        let spheres = start.spheres(on: curve)
        for gyration in gyrations(options.cluster) {
          start.clusterRadius = gyration
          try start.settle(
            on: curve, spheres: spheres, background: options.background == .constant)
          if start.chiSquare < best.chiSquare { best = start }
        }
      }
      found.append(best)
    }
    return found.sorted { $0.chiSquare < $1.chiSquare }
  }

  static func gyrations(_ cluster: FrameFitOptions.Cluster) -> [Double?] {
    switch cluster {
    case .none: [nil]
    case .fitted: [2e-10, 4e-10, 8e-10]
    case .fixed(let radius): [radius]
    }
  }

  private static func logarithmic(_ range: ClosedRange<Double>, step: Double) -> [Double] {
    let ratio = range.upperBound / range.lowerBound
    let count = max(5, (.log(ratio) / step).rounded(.up))
    return stride(from: 0.5, to: count, by: 1).map { range.lowerBound * .pow(ratio, $0 / count) }
  }
}
