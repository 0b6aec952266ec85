/// The course of chi-square along one parameter.
public struct Profile: Sendable, Hashable, Codable {
  public let name: String
  public let place: Int
  /// In ascending order of the parameter.
  public let points: [ProfilePoint]
  /// One a threshold.
  public let intervals: [ProfileInterval]
  /// Whether the walk down and the walk up came to a bound.
  public let reachedBounds: [Bool]
  /// Points whose fit failed.
  public let failures: Int

  /// A point that is better than the fit that was profiled: it was no minimum.
  public var better: ProfilePoint? {
    let lowest = points.min { $0.rise < $1.rise }
    return lowest.flatMap { $0.rise < -1e-3 ? $0 : nil }
  }
}

public struct ProfilePoint: Sendable, Hashable, Codable {
  let scaled: Double
  /// In natural units.
  public let value: Double
  /// Δχ² above the fit, priors and loss included.
  public let rise: Double
  /// All parameters there.
  public let values: [Double]
}

/// Where a profile rises by a threshold.
public struct ProfileInterval: Sendable, Hashable, Codable {
  public enum Shape: String, Sendable, Hashable, Codable {
    case closed
    case openBelow = "open below"
    case openAbove = "open above"
    case open = "open on both sides"
  }

  public let threshold: Double
  /// In natural units; nil where the profile does not rise so far.
  public let lower: Double?
  public let upper: Double?

  public var shape: Shape {
    switch (lower, upper) {
    case (.some, .some): .closed
    case (nil, .some): .openBelow
    case (.some, nil): .openAbove
    case (nil, nil): .open
    }
  }
}
