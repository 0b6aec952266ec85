public import Measurements

/// What was noticed as the data of a series were read.
public struct SeriesReading: Sendable {
  /// The name of the series.
  public let series: String
  public private(set) var notes: [DataNote] = []
  /// In the order of the data.
  public private(set) var leftOut: [LeftOut] = []

  init(_ series: String) {
    self.series = series
  }

  mutating func note(_ more: [DataNote]) { notes += more }

  /// Lists a point; those of one frame and one reason are together.
  mutating func leave(_ place: DataPlace, because reason: String) {
    if let last = leftOut.last, last.frame == place.frame, last.reason == reason {
      leftOut[leftOut.count - 1].points.append(place.point)
    } else {
      leftOut.append(
        LeftOut(
          frame: place.frame, reason: reason, points: [place.point], isTable: place.isTable))
    }
  }
}

/// The points of a frame that the fit does not use for one reason.
public struct LeftOut: Sendable, Hashable {
  /// The frame or spectrum; the file of a table.
  public let frame: String
  public let reason: String
  /// Counted from one, in ascending q or wavelength; the lines of a table.
  public internal(set) var points: [Int]
  /// Whether points are lines of a table.
  public let isTable: Bool
}

/// Where a measured value stands.
struct DataPlace: Sendable {
  let frame: String
  /// Counted from one.
  let point: Int
  let isTable: Bool

  init(_ frame: String, point: Int) {
    (self.frame, self.point, isTable) = (frame, point, false)
  }

  init(_ file: String, line: Int) {
    (frame, point, isTable) = (file, line, true)
  }
}
