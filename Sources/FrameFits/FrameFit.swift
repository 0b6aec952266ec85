/// What a fit says of one frame.
public struct FrameFit: Sendable, Hashable, Codable {
  public let name: String
  /// s.
  public let time: Double
  /// K.
  public let temperature: Double?
  public let points: Int
  /// Why there is no fit; nil where there is one.
  public let failure: String?
  public let spheres: SpheresFit?
  public let histogram: HistogramFit?

  /// Whether the frame was fitted and the search ended in a minimum.
  public var hasConverged: Bool { failure == nil && spheres?.hasConverged != false }

  public var verdicts: [String] {
    [failure.map { "not fitted: \($0)" }].compactMap(\.self) + (spheres?.verdicts ?? [])
      + (histogram?.verdicts ?? [])
  }
}
