/// A scattering curve with its time.
public struct MeasuredFrame: Sendable, Equatable {
  /// What it was read from, a file or a group of one.
  public var name: String
  /// Its time, s.
  public var time: Double
  /// The temperature of the sample, K.
  public var temperature: Double?
  /// Ascending, 1/m.
  public var q: [Double]
  /// 1/m where the series is on an absolute scale.
  public var intensity: [Double]
  /// The standard deviation of every intensity, in its unit.
  public var deviation: [Double]?
  /// The standard deviation of every q, 1/m.
  public var resolution: [Double]?
  /// For every point whether it is to be used.
  public var masks: [PointMask]

  public init(
    name: String, time: Double, temperature: Double? = nil, q: [Double], intensity: [Double],
    deviation: [Double]? = nil, resolution: [Double]? = nil, masks: [PointMask]? = nil
  ) {
    self.name = name
    self.time = time
    self.temperature = temperature
    self.q = q
    self.intensity = intensity
    self.deviation = deviation
    self.resolution = resolution
    self.masks = masks ?? [PointMask](repeating: .kept, count: q.count)
  }

  /// How many points are to be used.
  public var keptCount: Int { masks.count { $0 == .kept } }

  /// Whether any point that is to be used differs from zero.
  public var holdsSignal: Bool {
    zip(intensity, masks).contains { $1 == .kept && $0 != 0 }
  }
}
