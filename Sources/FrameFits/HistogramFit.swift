import Inference
import Observation
import Optimizers

/// A frame as spheres of any sizes: volume over radius, non-negative and as smooth as the errors allow.
///
/// Regularised by the curvature of volume over radius with the largest strength at which χ² = N still
/// holds (see `SmoothHistogram`). Mean and dispersion weigh by **volume**: that by number hangs on the
/// smallest sizes, which scatter least.
public struct HistogramFit: Sendable, Hashable, Codable {
  /// Of the bins, m: one more than there are bins.
  public let edges: [Double]
  /// φ Δρ² in each bin, or φ where the contrast is known, with its standard error.
  public let volumes: [Estimate]
  /// By volume, m.
  public let radius: Estimate?
  /// By volume.
  public let dispersion: Estimate?
  public let volume: Estimate
  /// 1/m³, or times Δρ² where the contrast is not known.
  public let number: Estimate
  public let background: Double
  public let cluster: Double
  public let chiSquare: Double
  /// λ over that at which curvature and data weigh alike.
  public let strength: Double
  public let verdicts: [String]

  init(
    _ curve: FrameCurve, clusterRadius: Double?, options: FrameFitOptions
  ) throws(InferenceError) {
    let radii = options.radii(curve)
    let width = (radii.upperBound - radii.lowerBound) / Double(options.bins)
    let edges = (0...options.bins).map { radii.lowerBound + width * Double($0) }
    let kernel = HistogramKernel(
      curve, edges: edges, clusterRadius: clusterRadius,
      hasBackground: options.background == .constant)
    let smooth = try SmoothHistogram(
      kernel: kernel.matrix, data: curve.weighted, extra: kernel.extra.count)
    let contrast = options.contrast.map { 1 / ($0 * $0) } ?? 1
    let unit = contrast / kernel.norm
    let sum = HistogramSums(smooth, edges: edges, volumes: kernel.volumes)
    self.edges = edges
    volumes = (0..<options.bins).map {
      Estimate(smooth.weights[$0], error: smooth.errors[$0]).times(unit)
    }
    radius = sum.radius
    dispersion = sum.dispersion
    volume = sum.volume.times(unit)
    number = sum.number.times(unit)
    let rest = zip(smooth.weights.dropFirst(options.bins), kernel.extra).map { $0 / $1.norm }
    cluster = clusterRadius == nil ? 0 : rest.last ?? 0
    background = options.background == .constant ? rest[0] - rest[1] : 0
    chiSquare = smooth.chiSquare
    strength = smooth.strength
    var verdicts = [String]()
    if !smooth.isWithinErrors {
      verdicts.append(
        "no histogram fits within the errors: chi-square is at least "
          + "\(Int(smooth.bestChiSquare.rounded())) for \(curve.q.count) points")
    }
    if let last = smooth.weights.prefix(options.bins).last,
      last > 0.2 * (smooth.weights.prefix(options.bins).max() ?? 0)
    {
      verdicts.append("the histogram reaches its largest radius; --greatest-radius widens it")
    }
    self.verdicts = verdicts
  }
}

/// What bins of one unit of φ Δρ², and what is no particle, scatter over the errors of a frame.
private struct HistogramKernel {
  let matrix: DenseMatrix
  /// Mean volume of the spheres in each bin, m³.
  let volumes: [Double]
  /// What all columns of bins are divided by.
  let norm: Double
  let extra: [(column: [Double], norm: Double)]

  init(_ curve: FrameCurve, edges: [Double], clusterRadius: Double?, hasBackground: Bool) {
    let bins = SizeBins(edges: edges)
    let kernel = ScatteringKernel(
      Sphere(contrast: ScatteringLengthDensity(1)), q: curve.q, bins: bins)
    volumes = bins.bounds.map { bounds in
      let (a, b) = (bounds.lowerBound, bounds.upperBound)
      return .pi / 3 * (a + b) * (a * a + b * b)
    }
    let volumes = volumes
    let columns = volumes.indices.map { bin in
      zip(kernel.intensities(ofBin: bin), curve.deviation).map { $0 / volumes[bin] / $1 }
    }
    let length = { (column: [Double]) in column.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let norm = columns.map(length).max() ?? 1
    self.norm = norm
    var others = hasBackground ? [curve.weighted { _ in 1 }, curve.weighted { _ in -1 }] : []
    if let clusterRadius { others.append(curve.weighted { guinier($0, clusterRadius) }) }
    extra = others.map { column in
      let norm = length(column)
      return (column.map { $0 / norm }, norm)
    }
    matrix = DenseMatrix(
      columns: columns.map { $0.map { $0 / norm } } + extra.map(\.column))
  }
}

/// Moments of a histogram of volume, with errors from the covariance of its weights.
private struct HistogramSums {
  let volume: Estimate
  let number: Estimate
  let radius: Estimate?
  let dispersion: Estimate?

  init(_ smooth: SmoothHistogram, edges: [Double], volumes: [Double]) {
    let weights = Array(smooth.weights.prefix(volumes.count))
    let extra = [Double](repeating: 0, count: smooth.weights.count - volumes.count)
    let error = { (slopes: [Double]) in smooth.standardError(slopes + extra) }
    let total = weights.reduce(0, +)
    volume = Estimate(total, error: error(weights.map { _ in 1 }))
    let inverse = volumes.map { 1 / $0 }
    number = Estimate(
      zip(weights, inverse).reduce(0) { $0 + $1.0 * $1.1 }, error: error(inverse))
    guard total > 0 else {
      (radius, dispersion) = (nil, nil)
      return
    }
    let radii = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
    let mean = zip(weights, radii).reduce(0) { $0 + $1.0 * $1.1 } / total
    let width = edges[1] - edges[0]
    let squares = radii.map { ($0 - mean) * ($0 - mean) + width * width / 12 }
    let variance = zip(weights, squares).reduce(0) { $0 + $1.0 * $1.1 } / total
    let spread = variance.squareRoot()
    let meanSlopes = radii.map { ($0 - mean) / total }
    let slopes = zip(squares, meanSlopes).map { square, slope in
      (square - variance) / (2 * spread * total * mean) - spread * slope / (mean * mean)
    }
    radius = Estimate(mean, error: error(meanSlopes))
    dispersion = Estimate(spread / mean, error: error(slopes))
  }
}
