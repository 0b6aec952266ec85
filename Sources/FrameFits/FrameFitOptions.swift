public import Inference

/// What frames are fitted with.
public struct FrameFitOptions: Sendable {
  public enum Background: String, Sendable, CaseIterable, Codable {
    case none
    /// One intensity at every q, of either sign.
    case constant
  }

  /// What precursor scatters beside the particles, by Guinier's law.
  public enum Cluster: Sendable, Hashable {
    case none
    /// With a radius of gyration of its own in every frame.
    case fitted
    /// With a radius of gyration in m.
    case fixed(Double)
  }

  public enum Method: String, Sendable, CaseIterable, Codable {
    /// Spheres with radii after Schulz.
    case schulz
    /// Spheres with a non-negative histogram of volume over radius.
    case histogram
    case both
  }

  public var method = Method.schulz
  public var errors = ErrorModel.measured
  /// Whether standard errors take σ as given, or scale it to what each fit leaves over.
  public var errorScale = ParameterCovariance.ErrorScale.asGiven
  public var background = Background.constant
  public var cluster = Cluster.none
  /// m; where nil, 1/q of the largest and π/q of the least wavenumber.
  public var leastRadius: Double?
  public var greatestRadius: Double?
  /// Δρ, 1/m²: makes numbers and volumes absolute.
  public var contrast: Double?
  /// Bins of the histogram.
  public var bins = 60
  public var jobs = 1

  public init() {}

  /// The largest radius of gyration that counts as precursor, m.
  public static let largestCluster = 1e-9
  static let leastCluster = 1e-10
  /// Broader ones are no longer told from a background of small sizes.
  static let dispersions = 0.001...0.6

  /// The radii between which the mean lies, m.
  func radii(_ curve: FrameCurve) -> ClosedRange<Double> {
    let least = leastRadius ?? 1 / (curve.q.last ?? 1)
    let greatest = greatestRadius ?? .pi / (curve.q.first ?? 1)
    return least...max(least * 1.01, greatest)
  }

  func check() throws(FrameFitsError) {
    try errors.check()
    for radius in [leastRadius, greatestRadius].compactMap(\.self) where !(radius > 0) {
      throw .badRadii(least: leastRadius ?? 0, greatest: greatestRadius ?? .infinity)
    }
    if let leastRadius, let greatestRadius, leastRadius >= greatestRadius {
      throw .badRadii(least: leastRadius, greatest: greatestRadius)
    }
    if case .fixed(let radius) = cluster, !(radius > 0 && radius <= Self.largestCluster) {
      throw .badCluster(radius: radius, largest: Self.largestCluster)
    }
    if let contrast, contrast == 0 || !contrast.isFinite { throw .badContrast(contrast) }
  }
}
