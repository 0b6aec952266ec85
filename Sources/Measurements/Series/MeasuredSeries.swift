/// Scattering curves of one experiment in the order of time.
///
/// The grids of q may differ from frame to frame, in values and in length.
public struct MeasuredSeries: Sendable, Equatable {
  public var title: String
  public var intensityUnit: IntensityUnit
  /// In the order of their times.
  public var frames: [MeasuredFrame]
  /// Where it comes from and what was done to it, a sentence each.
  public var history: [String]

  public init(
    title: String, intensityUnit: IntensityUnit, frames: [MeasuredFrame], history: [String] = []
  ) {
    self.title = title
    self.intensityUnit = intensityUnit
    self.frames = frames
    self.history = history
  }

  public var times: [Double] { frames.map(\.time) }

  /// The grid of q, where all frames have the same.
  public var sharedQ: [Double]? {
    guard let first = frames.first?.q, frames.allSatisfy({ $0.q == first }) else { return nil }
    return first
  }

  /// Whether all frames have the same number of points.
  public var isRectangular: Bool { Set(frames.map(\.q.count)).count <= 1 }

  public var hasDeviations: Bool { frames.allSatisfy { $0.deviation != nil } && !frames.isEmpty }

  public var hasResolutions: Bool { frames.allSatisfy { $0.resolution != nil } && !frames.isEmpty }

  public var hasTemperatures: Bool {
    frames.allSatisfy { $0.temperature != nil } && !frames.isEmpty
  }

  public var isMasked: Bool { frames.contains { $0.keptCount < $0.q.count } }

  /// How many points of which frames are masked for each reason.
  public var maskCounts: [MaskCount] {
    PointMask.allCases.dropFirst().flatMap { reason in
      frames.indices.compactMap { index in
        let points = frames[index].masks.indices.filter { frames[index].masks[$0] == reason }
        guard !points.isEmpty else { return nil }
        return MaskCount(reason: reason, frame: frames[index].name, points: points)
      }
    }
  }
}

/// The points of a frame that are masked for one reason.
public struct MaskCount: Sendable, Equatable {
  public var reason: PointMask
  public var frame: String
  /// Counted from zero in ascending q.
  public var points: [Int]
}
