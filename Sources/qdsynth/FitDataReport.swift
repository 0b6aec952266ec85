import Fitting

/// What a fit says of the data it read: what it leaves out of them and why, and what it noticed.
struct FitDataReport: Encodable {
  struct LeftOut: Encodable {
    let series: String
    /// The frame or spectrum; the file of a table.
    let frame: String
    let reason: String
    /// Counted from one, in ascending q or wavelength; nil for a table.
    let points: [Int]?
    /// Of a table, counted from one.
    let lines: [Int]?

    fileprivate init(_ leftOut: Fitting.LeftOut, of series: String) {
      self.series = series
      (frame, reason) = (leftOut.frame, leftOut.reason)
      points = leftOut.isTable ? nil : leftOut.points
      lines = leftOut.isTable ? leftOut.points : nil
    }
  }

  let leftOut: [LeftOut]
  let notes: [String]
  private let readings: [SeriesReading]

  private enum CodingKeys: String, CodingKey {
    case leftOut, notes
  }

  init(_ fit: GlobalFit) {
    readings = fit.readings
    leftOut = readings.flatMap { reading in
      reading.leftOut.map { LeftOut($0, of: reading.series) }
    }
    notes = readings.flatMap { reading in reading.notes.map { "\(reading.series): \($0)" } }
  }

  /// For a person: what was noticed, then how many points are left out for which reason.
  var lines: [String] {
    readings.flatMap { reading in
      ImportReport.gathered(reading.notes).map { "\(reading.series): \($0)" }
        + Self.counts(reading)
    }
  }

  private static func counts(_ reading: SeriesReading) -> [String] {
    let reasons = reading.leftOut.map(\.reason).reduce(into: [String]()) { known, reason in
      if !known.contains(reason) { known.append(reason) }
    }
    return reasons.map { reason in
      let all = reading.leftOut.filter { $0.reason == reason }
      let count = all.reduce(0) { $0 + $1.points.count }
      let first = all.first.map { part in
        "\(part.frame), \(part.isTable ? "lines" : "points") \(ImportReport.list(part.points))"
      }
      let frames = Set(all.map(\.frame)).count
      let more = frames > 1 ? ", and in \(frames - 1) more" : ""
      return "\(reading.series): left out: \(count) points: \(reason) (\(first ?? "")\(more))"
    }
  }
}
